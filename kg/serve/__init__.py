"""Serves a build over HTTP: SPARQL 1.1 Protocol, a page to ask on, and a page for every node. Read only.

``kg.serve.server.serve`` is the way in. It is not imported here, as each process that answers queries imports this
package too and has to start fast.
"""
