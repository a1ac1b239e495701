"""Teaches the network of the second reading and writes it as ONNX with weights of seven bits.

train.py BASE SAMPLES NETWORK, as `./tracker train --network` calls it:
  BASE     jar with the sentence encoder all-MiniLM-L6-v2 (Apache-2.0), from which learning starts
  SAMPLES  what `TrainCommand` writes: a sentence and a company a line, as pieces, with its outcomes
  NETWORK  the file to write
Needs PyTorch and the onnx package (Debian: python3-torch, python3-onnx). Half an hour on two cores
with bfloat16. Another machine may give slightly other weights.
"""

import io
import json
import math
import random
import sys
import time
import zipfile

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import TensorProto, helper, numpy_helper
from torch import nn

LAYERS, WIDTH, HEADS, INNER = 6, 384, 12, 1536
MAX_PIECES = 160
EPOCHS, BATCH, RATE, HEAD_RATE, WARM_UP = 3, 16, 8e-5, 1e-3, 200
LARGEST = 63  # of a weight: seven bits, which no processor's sums of products overflow

# What is asked of a sentence besides whether it tells of a policy, and how much each counts.
GROUPS = {
    "kind": (
        1.0,
        ["PAUSE", "BAN", "WITHDRAWAL", "RESTRICTION", "RESUMPTION", "PERMISSION", "COMMITMENT"]
        + ["LOBBYING_STANCE:" + side for side in ("SUPPORTS", "OPPOSES", "SEEKS_CHANGES")],
    ),
    "modality": (0.4, ["DECIDED", "PLANNED", "CONSIDERED", "DENIED"]),
    "technology": (
        0.6,
        ["facial-recognition", "emotion-recognition", "generative-ai", "synthetic-media"]
        + ["surveillance", "autonomous-weapons", "autonomous-vehicles", "automated-decisions"]
        + ["general-ai"],
    ),
    "audience": (
        0.6,
        ["law-enforcement", "military", "government", "employees", "minors"]
        + ["political-campaigns", "general"],
    ),
    "activity": (
        0.4,
        ["PROVISION", "INTERNAL_USE", "DEVELOPMENT", "TRAINING", "CONTENT", "INVESTMENT"],
    ),
}
OUTCOMES = ["told"] + [f"{name}={v}" for name, (_, values) in GROUPS.items() for v in values]
OF_GROUPS = 0.35  # how much the groups count beside "told"

# Pieces of the vocabulary; Pieces.java says what stands where.
MASK, CLS, SEP = 103, 101, 102
FIRST_WORD, FIRST_ACT = 999, 10
# Those that stand for the company, its product and another company begin as such words.
BEGIN_AS = {2: 7513, 3: 3645, 4: 8224}  # microsoft, windows, google


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.i, self.d = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.n1, self.n2 = (nn.LayerNorm(WIDTH, eps=1e-12) for _ in range(2))
        self.drop = nn.Dropout(0.1)

    def forward(self, x, mask):
        size, length, _ = x.shape

        def split(y):
            return y.view(size, length, HEADS, WIDTH // HEADS).transpose(1, 2)

        scores = split(self.q(x)) @ split(self.k(x)).transpose(2, 3)
        heeded = self.drop((scores / math.sqrt(WIDTH // HEADS) + mask).softmax(-1))
        mixed = (heeded @ split(self.v(x))).transpose(1, 2).reshape(size, length, WIDTH)
        x = self.n1(x + self.drop(self.o(mixed)))
        return self.n2(x + self.drop(self.d(F.gelu(self.i(x)))))


class Network(nn.Module):
    def __init__(self, pieces):
        super().__init__()
        self.w, self.pos = nn.Embedding(pieces, WIDTH), nn.Embedding(512, WIDTH)
        self.n = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.drop = nn.Dropout(0.1)
        self.h = nn.Linear(2 * WIDTH, len(OUTCOMES))

    def forward(self, pieces, mask, words):
        x = self.w(pieces) + self.pos(torch.arange(pieces.shape[1]))[None]
        x = self.drop(self.n(x))
        hidden = (1 - mask)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, hidden)
        mean = (x * words[..., None]).sum(1) / words.sum(1, keepdim=True).clamp(min=1)
        return self.h(self.drop(torch.cat([x[:, 0], mean], 1)))


def encoder(jar):
    """The network with the weights of the encoder, its head still random."""
    with zipfile.ZipFile(jar) as files:
        name = next(n for n in files.namelist() if n.endswith(".onnx"))
        model = onnx.load(io.BytesIO(files.read(name)))
    known = {i.name: torch.tensor(numpy_helper.to_array(i)) for i in model.graph.initializer}
    # The matrices have names made by the exporter; they are numbered in the order of use.
    matrices = sorted(
        (n for n in known if n.startswith("onnx::MatMul")), key=lambda n: int(n.split("_")[1])
    )
    words = known["embeddings.word_embeddings.weight"]
    network = Network(len(words))
    with torch.no_grad():
        network.w.weight.copy_(words)
        for own, like in BEGIN_AS.items():
            network.w.weight[own] = words[like]
        network.pos.weight.copy_(
            known["embeddings.position_embeddings.weight"]
            + known["embeddings.token_type_embeddings.weight"][0]
        )
        network.n.weight.copy_(known["embeddings.LayerNorm.weight"])
        network.n.bias.copy_(known["embeddings.LayerNorm.bias"])
        for number, layer in enumerate(network.layers):
            prefix = f"encoder.layer.{number}."
            linear = {
                "attention.self.query": layer.q,
                "attention.self.key": layer.k,
                "attention.self.value": layer.v,
                "attention.output.dense": layer.o,
                "intermediate.dense": layer.i,
                "output.dense": layer.d,
            }
            for place, (part, to) in enumerate(linear.items()):
                to.weight.copy_(known[matrices[len(linear) * number + place]].t())
                to.bias.copy_(known[prefix + part + ".bias"])
            for part, to in (("attention.output", layer.n1), ("output", layer.n2)):
                to.weight.copy_(known[prefix + part + ".LayerNorm.weight"])
                to.bias.copy_(known[prefix + part + ".LayerNorm.bias"])
    return network


def read(path):
    """The samples; of those where the rules read nothing and no name stands, a third."""
    samples = []
    for line in open(path, encoding="utf-8"):
        sample = json.loads(line)
        if not sample["outcomes"] and not sample["likely"] and random.random() >= 0.35:
            continue
        target = torch.zeros(len(OUTCOMES))
        for outcome in sample["outcomes"]:
            target[OUTCOMES.index(outcome)] = 1
        at = 1
        for _, values in GROUPS.values():
            target[at : at + len(values)] /= max(1, target[at : at + len(values)].sum().item())
            at += len(values)
        target[0] = 1 if sample["outcomes"] else 0
        # Where another sentence is quoted for a claim of the company, this may tell of it too.
        sample["heed"] = 0.4 if sample["elsewhere"] and not sample["outcomes"] else 1.0
        sample["target"] = target
        samples.append(sample)
    return samples


def noisy(sample):
    """Its pieces with some hidden, so that no single one is relied upon."""
    parts, part = [], []
    for piece in sample["pieces"][1:]:
        if piece == SEP:
            parts.append(part)
            part = []
        else:
            part.append(piece)
    sentence, marks, before, title = parts
    if random.random() < 0.3:
        marks = [m for m in marks if m < FIRST_ACT]
    before = [] if random.random() < 0.15 else before
    title = [] if random.random() < 0.15 else title

    def hide(part):
        return [MASK if p > FIRST_WORD and random.random() < 0.06 else p for p in part]

    pieces = [CLS] + hide(sentence) + [SEP] + marks + [SEP] + hide(before) + [SEP]
    return pieces + hide(title) + [SEP], sample["words"]


def tensors(rows):
    length = max(len(pieces) for pieces, _ in rows)
    all_pieces = torch.zeros(len(rows), length, dtype=torch.long)
    mask, words = torch.zeros(len(rows), length), torch.zeros(len(rows), length)
    for i, (pieces, count) in enumerate(rows):
        all_pieces[i, : len(pieces)] = torch.tensor(pieces)
        mask[i, : len(pieces)] = 1
        words[i, 1 : 1 + count] = 1
    return all_pieces, mask, words


def loss(sums, samples):
    """How far from the labels."""
    target = torch.stack([s["target"] for s in samples])
    heed = torch.tensor([s["heed"] for s in samples])
    told = F.binary_cross_entropy_with_logits(sums[:, 0], target[:, 0], reduction="none")
    total, at = (told * heed).mean(), 1
    for counts, values in GROUPS.values():
        span = slice(at, at + len(values))
        missed = -(target[:, span] * F.log_softmax(sums[:, span], 1)).sum()
        total = total + OF_GROUPS * counts * missed / max(4.0, target[:, 0].sum().item())
        at += len(values)
    return total


def batches(samples):
    """In random order; those of a batch are about as long as one another."""
    order = random.sample(range(len(samples)), len(samples))
    cut = []
    for start in range(0, len(order), BATCH * 50):
        near = sorted(order[start : start + BATCH * 50], key=lambda i: len(samples[i]["pieces"]))
        cut += [near[i : i + BATCH] for i in range(0, len(near), BATCH)]
    random.shuffle(cut)
    return [[samples[i] for i in batch] for batch in cut]


def teach(network, samples):
    body = [p for name, p in network.named_parameters() if not name.startswith("h.")]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": RATE}, {"params": network.h.parameters(), "lr": HEAD_RATE}],
        weight_decay=0.01,
    )
    steps = EPOCHS * len(samples) // BATCH
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / WARM_UP) * max(0.02, 1 - step / steps)
    )
    network.train()
    began, step, lost = time.time(), 0, 0.0
    for _ in range(EPOCHS):
        for batch in batches(samples):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                sums = network(*tensors([noisy(sample) for sample in batch]))
            here = loss(sums.float(), batch)
            optimizer.zero_grad()
            here.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step, lost = step + 1, lost + here.item()
            if step % 200 == 0:
                left = (time.time() - began) / step * (steps - step) / 60
                print(f"step {step} of {steps}, {lost / 200:.3f}, {left:.0f} min left", flush=True)
                lost = 0.0


class Graph:
    """Builds the ONNX graph of a network for one text at a time."""

    def __init__(self, network):
        self.state = {name: value.float().numpy() for name, value in network.state_dict().items()}
        self.constants, self.nodes = [], []

    def constant(self, name, value):
        self.constants.append(numpy_helper.from_array(np.array(value, order="C"), name))
        return name

    def op(self, kind, inputs, outputs=None, **attributes):
        outputs = outputs or [f"{kind}_{len(self.nodes)}"]
        self.nodes.append(helper.make_node(kind, inputs, outputs, **attributes))
        return outputs[0] if len(outputs) == 1 else outputs

    def rounded(self, x):
        at = len(self.nodes)
        return self.op("DynamicQuantizeLinear", [x], [f"x{at}", f"scale{at}", f"zero{at}"])

    def linear(self, rounded, *names):
        """The sums of several matrices beside one another."""
        values, scale, zero = rounded
        name = names[0]
        weight = np.concatenate([self.state[n + ".weight"] for n in names]).T
        bias = np.concatenate([self.state[n + ".bias"] for n in names])
        steps = np.abs(weight).max(0) / LARGEST
        steps[steps == 0] = 1
        whole = self.constant(name + ".w", np.rint(weight / steps).astype(np.int8))
        none = self.constant(name + ".z", np.zeros((), np.int8))
        sums = self.op("MatMulInteger", [values, whole, zero, none])
        sums = self.op("Cast", [sums], to=TensorProto.FLOAT)
        step = self.constant(name + ".s", steps.astype(np.float32))
        sums = self.op("Mul", [sums, self.op("Mul", [scale, step])])
        return self.op("Add", [sums, self.constant(name + ".b", bias)])

    def norm(self, x, name):
        weight = self.constant(name + ".weight", self.state[name + ".weight"])
        bias = self.constant(name + ".bias", self.state[name + ".bias"])
        return self.op("LayerNormalization", [x, weight, bias], axis=-1, epsilon=1e-12)

    def layer(self, x, name):
        three = self.linear(self.rounded(x), name + "q", name + "k", name + "v")
        three = self.op("Reshape", [three, "split"])
        query = self.op("Gather", [three, "first"], axis=1)
        key = self.op("Gather", [three, "second"], axis=1)
        value = self.op("Gather", [three, "third"], axis=1)
        query = self.op("Transpose", [query], perm=[1, 0, 2])
        key = self.op("Transpose", [key], perm=[1, 2, 0])
        value = self.op("Transpose", [value], perm=[1, 0, 2])
        scores = self.op("Mul", [self.op("MatMul", [query, key]), "root"])
        mixed = self.op("MatMul", [self.op("Softmax", [scores], axis=-1), value])
        mixed = self.op("Transpose", [mixed], perm=[1, 0, 2])
        mixed = self.op("Reshape", [mixed, "joined"])
        x = self.op("Add", [x, self.linear(self.rounded(mixed), name + "o")])
        x = self.norm(x, name + "n1")
        inner = self.linear(self.rounded(x), name + "i")
        curve = self.op("Erf", [self.op("Div", [inner, "root2"])])
        inner = self.op("Mul", [inner, self.op("Add", [curve, "one"])])
        inner = self.op("Mul", [inner, "half"])
        x = self.op("Add", [x, self.linear(self.rounded(inner), name + "d")])
        return self.norm(x, name + "n2")

    def embedded(self):
        table = self.state["w.weight"]
        steps = np.abs(table).max(1, keepdims=True) / 127
        steps[steps == 0] = 1
        self.constant("table", np.rint(table / steps).astype(np.int8))
        self.constant("steps", steps.astype(np.float32))
        self.constant("places", self.state["pos.weight"][:MAX_PIECES])
        whole = self.op("Gather", ["table", "pieces"])
        whole = self.op("Cast", [whole], to=TensorProto.FLOAT)
        words = self.op("Mul", [whole, self.op("Gather", ["steps", "pieces"])])
        length = self.op("Shape", ["pieces"])
        places = self.op("Slice", ["places", "from0", length, "from0"])
        return self.norm(self.op("Add", [words, places]), "n")

    def model(self):
        whole = {"first": 0, "second": 1, "third": 2, "from0": [0], "from1": [1]}
        whole |= {"split": [-1, 3, HEADS, WIDTH // HEADS], "joined": [-1, WIDTH]}
        for name, value in whole.items():
            self.constant(name, np.array(value))
        numbers = {"root": (WIDTH // HEADS) ** -0.5, "root2": 2**0.5, "half": 0.5, "one": 1}
        for name, value in numbers.items():
            self.constant(name, np.array(value, np.float32))
        x = self.embedded()
        for number in range(LAYERS):
            x = self.layer(x, f"layers.{number}.")
        first = self.op("Slice", [x, "from0", "from1", "from0"])
        last = self.op("Add", ["words", "from1"])
        sentence = self.op("Slice", [x, "from1", last, "from0"])
        mean = self.op("ReduceMean", [sentence], axes=[0], keepdims=1)
        both = self.op("Concat", [first, mean], axis=1)
        head = self.constant("head", self.state["h.weight"].T)
        bias = self.constant("head.b", self.state["h.bias"])
        self.op("Add", [self.op("MatMul", [both, head]), bias], ["sums"])
        graph = helper.make_graph(
            self.nodes,
            "network",
            [
                helper.make_tensor_value_info("pieces", TensorProto.INT64, ["length"]),
                helper.make_tensor_value_info("words", TensorProto.INT64, [1]),
            ],
            [helper.make_tensor_value_info("sums", TensorProto.FLOAT, [1, len(OUTCOMES)])],
            self.constants,
        )
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)])
        model.ir_version = 8
        helper.set_model_props(model, {"outcomes": ",".join(OUTCOMES)})
        onnx.checker.check_model(model)
        return model


def main(base, samples, path):
    random.seed(1)
    torch.manual_seed(1)
    network = encoder(base)
    known = read(samples)
    print(f"{len(known)} samples", flush=True)
    teach(network, known)
    network.eval()
    onnx.save(Graph(network).model(), path)


if __name__ == "__main__":
    main(*sys.argv[1:])
