"""What the web says: the only room that uses the network, and only when it is asked to."""
