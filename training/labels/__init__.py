"""Trains the network of ``kg.language.labels``: samples, the network, its training, its export, its calibration."""
