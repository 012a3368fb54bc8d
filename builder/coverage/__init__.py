"""What each question of the award rests on, and how strong that is."""
