"""What the archive knows beside its letters: agencies, types, nicknames, ids."""
