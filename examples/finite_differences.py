"""The ordinary gradient check: nudge a number, see what the loss does. It says that something is wrong, not what."""
import numpy as np


def gradient(loss, array, h=1e-6):
    """dL/d(array) by central differences; loss() is called twice for every element."""
    found = np.zeros_like(array)
    for i in np.ndindex(array.shape):
        kept = array[i]
        array[i] = kept + h
        above = loss()
        array[i] = kept - h
        below = loss()
        array[i] = kept
        found[i] = (above - below) / (2 * h)
    return found


def worst(a, b):
    """The largest difference, as a part of the largest number."""
    return np.max(np.abs(a - b)) / max(np.max(np.abs(a)), np.max(np.abs(b)), 1e-300)
