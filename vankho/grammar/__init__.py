"""What official Vietnamese documents look like: patterns and the small parsers on them."""
