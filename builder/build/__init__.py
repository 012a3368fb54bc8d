"""From a workspace to finished files: what is made of what, side by side, and nothing twice."""
