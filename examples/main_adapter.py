"""The adapter of main_script.py: layer objects and an optimizer, made and trained in its main()."""
import crosscheck


class Objects(crosscheck.Script):
    file, training, parameters = "main_script.py", "for epoch", ("layers.W.data", "layers.b.data")
    names, shows = {"X": "x", "labels": "y", "optimizer.lr": "lr", "batch_size": "len(x)"}, {"loss": "loss"}
    activations, loss = ("tanh", "tanh", "softmax"), "cross_entropy_per_sample"
    targets, momentum, sizes = "class_index", 0.9, (2, 16, 12, 3)


class GradientsAddUp(Objects):
    """Without the line that sets the gradients to zero."""
    substitute = {"optimizer.zero_grad()": "pass"}


EXPECTED = {"Objects": ("agrees", []), "GradientsAddUp": ("differs", ["gradients-accumulate"])}
