"""What editors do beside building. Sees every room but serving."""
