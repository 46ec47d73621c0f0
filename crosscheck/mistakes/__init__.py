"""The formulas of the catalogue's mistakes: what each one puts in the place of a step of the derivation."""
