"""Pages of step 6: what is measured, and what is learnt from it."""
