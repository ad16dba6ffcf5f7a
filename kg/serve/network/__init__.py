"""The network page of a build: the rows that it asks for, drawn from the database beside the store.

What can be asked for is bounded, so an answer's size does not depend on that of the network, but for the network itself.
"""
