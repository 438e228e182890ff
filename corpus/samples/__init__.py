"""Mini-reviews written for this project, with their facts."""
