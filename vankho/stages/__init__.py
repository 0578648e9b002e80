"""The stages. Each takes one value of the model and gives the next; none knows another."""
