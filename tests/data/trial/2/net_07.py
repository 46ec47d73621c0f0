# churn_model.py -- will the customer cancel next month?
import numpy as np

np.random.seed(2021)

# ---- load data (dummy until the export from the warehouse works) ----
n_customers = 250
cols = ["months_active", "tickets", "logins", "is_annual"]
df = {
    "months_active": np.random.exponential(12, n_customers),
    "tickets": np.random.poisson(1.5, n_customers).astype(float),
    "logins": np.random.poisson(20, n_customers).astype(float),
    "is_annual": np.random.binomial(1, 0.4, n_customers).astype(float),
}
X = np.column_stack([df[c] for c in cols])
X = (X - X.mean(axis=0)) / X.std(axis=0)
true_logit = -0.5 - 0.8 * X[:, 0] + 1.1 * X[:, 1] - 0.9 * X[:, 2] - 0.5 * X[:, 3]
churned = (np.random.rand(n_customers) < 1 / (1 + np.exp(-true_logit))).astype(float)

split = 200
X_train, X_test = X[:split], X[split:]
y_train, y_test = churned[:split], churned[split:]

# ---- model ----
coef = np.zeros(X.shape[1])
intercept = 0.0
LAMBDA = 0.5
LEARNING_RATE = 0.3
EPOCHS = 200


def predict_proba(X, coef, intercept):
    return 1.0 / (1.0 + np.exp(-(X @ coef + intercept)))


def cost(X, y, coef, intercept):
    m = len(y)
    p = predict_proba(X, coef, intercept)
    log_loss = -(y * np.log(p) + (1 - y) * np.log(1 - p)).sum() / m
    penalty = LAMBDA / (2 * m) * (coef ** 2).sum()
    return log_loss + penalty


def gradient_step(X, y, coef, intercept):
    m = len(y)
    residual = predict_proba(X, coef, intercept) - y
    grad_coef = (X.T @ residual + LAMBDA * coef) / m
    grad_intercept = residual.mean()
    return coef - LEARNING_RATE * grad_coef, intercept - LEARNING_RATE * grad_intercept


# ---- train ----
history = []
for epoch in range(EPOCHS):
    coef, intercept = gradient_step(X_train, y_train, coef, intercept)
    history.append(cost(X_train, y_train, coef, intercept))
    if epoch % 40 == 0:
        print("epoch", epoch, "cost", round(history[-1], 5))

# ---- report ----
pred = predict_proba(X_test, coef, intercept) > 0.5
print("test accuracy:", (pred == y_test).mean())
for c, w in sorted(zip(cols, coef), key=lambda t: -abs(t[1])):
    print("  %-15s %+.3f" % (c, w))
