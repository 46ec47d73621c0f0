"""`crosscheck verify`: both hand-written layouts next to PyTorch, on real data and over a synthetic grid."""
