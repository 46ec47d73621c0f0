"""The network as PyTorch has it: an equivalent ``nn.Module``, and a run of it that records every number.

Nothing here is derived by hand. Derivatives come from autograd, updates from the function of ``torch.optim.SGD``,
and the weights are copied in: the same values as the caller's, never the same memory.
"""

from reference.loss import loss
from reference.network import network
from reference.run import run

__all__ = ["loss", "network", "run"]
