"""How the weights of kg/language are made from labelled text, and measured. No part of the installed package."""
