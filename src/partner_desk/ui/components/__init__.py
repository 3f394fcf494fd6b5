"""What the areas share: list, record, forms that derive from the declarations, history."""
