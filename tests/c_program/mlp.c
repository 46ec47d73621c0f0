/* A multilayer perceptron in plain C, checked by crosscheck: no library but the C one, no Python.

   cc -O2 mlp.c -o mlp -lm
   crosscheck export 3-5-7-2_N11_tanh_mse_f64_s0 -o case.npz
   ./mlp case.npz result.npz
   crosscheck judge case.npz result.npz

   It reads the case (docs/files.md), runs one forward pass, one backward pass and one step of SGD with plain loops, and
   writes every number it has. Its weights are W[in][out], which it declares (convention_weight = in_out).
   Double precision, little-endian machines; tanh, relu, identity; mse with an identity output, or
   cross_entropy_per_sample with a softmax output.

   A third argument plants a mistake, to see it found: no-mean (the gradient is not divided), no-transpose (the error
   goes back through W instead of its transpose), no-bias-update. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LAYERS 16

static void fail(const char *why, const char *what) {
    fprintf(stderr, "mlp: %s %s\n", why, what);
    exit(2);
}

/* ---- reading an .npz: a zip of .npy files, here always stored, never compressed ---- */

static unsigned char *zip;
static size_t zip_size;

static uint32_t u16(const unsigned char *p) { return p[0] | (uint32_t)p[1] << 8; }
static uint32_t u32(const unsigned char *p) { return u16(p) | u16(p + 2) << 16; }

static void read_file(const char *path) {
    FILE *f = fopen(path, "rb");
    if (!f) fail("cannot open", path);
    fseek(f, 0, SEEK_END);
    zip_size = (size_t)ftell(f);
    rewind(f);
    zip = malloc(zip_size);
    if (!zip || fread(zip, 1, zip_size, f) != zip_size) fail("cannot read", path);
    fclose(f);
}

/* The data of KEY.npy, whose header must name this type ("<f8", "<i8", or NULL for any); its size in bytes. */
static void *member(const char *key, const char *type, size_t *bytes) {
    if (zip_size < 22) fail("no zip", "");
    const unsigned char *end = zip + zip_size - 22; /* the end record; there is no archive comment */
    if (u32(end) != 0x06054b50) fail("no zip", "");
    const unsigned char *entry = zip + u32(end + 16);
    for (uint32_t i = 0; i < u16(end + 10); i++) {
        uint32_t length = u16(entry + 28);
        if (length == strlen(key) + 4 && !memcmp(entry + 46, key, length - 4)) {
            const unsigned char *local = zip + u32(entry + 42);
            if (u16(local + 8) != 0) fail("compressed:", key);
            const unsigned char *npy = local + 30 + u16(local + 26) + u16(local + 28);
            uint32_t header = 10 + u16(npy + 8);
            if (memcmp(npy, "\x93NUMPY\x01", 7)) fail("not version 1 of .npy:", key);
            char text[512] = {0};
            memcpy(text, npy + 10, header - 10 < 511 ? header - 10 : 511);
            if (type && !strstr(text, type)) fail("unexpected dtype of", key);
            if (strstr(text, "'fortran_order': True")) fail("Fortran order:", key);
            *bytes = u32(entry + 24) - header;
            void *data = malloc(*bytes + 1); /* a copy: numbers in a zip are not aligned; one more zero ends a text */
            memcpy(data, npy + header, *bytes);
            ((char *)data)[*bytes] = 0;
            return data;
        }
        entry += 46 + length + u16(entry + 30) + u16(entry + 32);
    }
    fail("missing", key);
    return NULL;
}

static double *doubles(const char *key, size_t count) {
    size_t bytes;
    double *data = member(key, "<f8", &bytes);
    if (bytes != count * sizeof(double)) fail("unexpected size of", key);
    return data;
}

static int64_t *integers(const char *key, size_t *count) {
    size_t bytes;
    int64_t *data = member(key, "<i8", &bytes);
    *count = bytes / sizeof(int64_t);
    return data;
}

static char *text(const char *key) {
    size_t bytes;
    return member(key, "|S", &bytes);
}

/* ---- writing an .npz ---- */

static FILE *out;
static unsigned char directory[65536];
static size_t directory_size, members, offset;

static uint32_t crc32(uint32_t crc, const void *data, size_t n) {
    const unsigned char *p = data;
    crc = ~crc;
    while (n--) {
        crc ^= *p++;
        for (int bit = 0; bit < 8; bit++) crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320u : 0);
    }
    return ~crc;
}

static void put16(unsigned char *p, uint32_t v) { p[0] = v & 255, p[1] = v >> 8 & 255; }
static void put32(unsigned char *p, uint32_t v) { put16(p, v & 65535), put16(p + 2, v >> 16); }

/* One array; shape is the text between the brackets, such as "3, 5". */
static void write_member(const char *key, const char *descr, const char *shape, const void *data, size_t bytes) {
    char npy[256], name[64];
    int used = snprintf(npy + 10, sizeof npy - 10, "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }", descr, shape);
    size_t header = (10 + (size_t)used + 1 + 63) / 64 * 64;
    memset(npy + 10 + used, ' ', header - 10 - (size_t)used);
    npy[header - 1] = '\n';
    memcpy(npy, "\x93NUMPY\x01\x00", 8);
    put16((unsigned char *)npy + 8, (uint32_t)header - 10);
    snprintf(name, sizeof name, "%s.npy", key);
    uint32_t length = (uint32_t)strlen(name), size = (uint32_t)(header + bytes);

    unsigned char local[30] = {'P', 'K', 3, 4, 20};
    put16(local + 12, 33); /* 1 January 1980, the first day of zip */
    put32(local + 14, crc32(crc32(0, npy, header), data, bytes));
    put32(local + 18, size);
    put32(local + 22, size);
    put16(local + 26, length);
    unsigned char *entry = directory + directory_size;
    if (directory_size + 46 + length > sizeof directory) fail("too many arrays:", key);
    memcpy(entry, "PK\x01\x02\x14\x00", 6);
    memcpy(entry + 6, local + 4, 26);
    memset(entry + 32, 0, 14);
    put32(entry + 42, (uint32_t)offset);
    memcpy(entry + 46, name, length);
    directory_size += 46 + length;
    members++;
    fwrite(local, 1, 30, out);
    fwrite(name, 1, length, out);
    fwrite(npy, 1, header, out);
    fwrite(data, 1, bytes, out);
    offset += 30 + length + size;
}

/* A matrix (rows, columns); without columns a vector (rows,), with neither a scalar. The key takes the layer's number. */
static void write_array(const char *name, int layer, const char *prime, const double *data, int rows, int columns) {
    char key[64], shape[64] = "", number[16] = "";
    if (layer) snprintf(number, sizeof number, "%d", layer);
    snprintf(key, sizeof key, "%s%s%s", name, number, prime);
    if (columns) snprintf(shape, sizeof shape, "%d, %d", rows, columns);
    else if (rows) snprintf(shape, sizeof shape, "%d,", rows);
    write_member(key, "<f8", shape, data, sizeof(double) * (size_t)(rows ? rows : 1) * (size_t)(columns ? columns : 1));
}

static void write_text(const char *key, const char *value) {
    char descr[32];
    snprintf(descr, sizeof descr, "|S%zu", strlen(value));
    write_member(key, descr, "", value, strlen(value));
}

static void finish(void) {
    unsigned char end[22] = {'P', 'K', 5, 6};
    put16(end + 8, (uint32_t)members);
    put16(end + 10, (uint32_t)members);
    put32(end + 12, (uint32_t)directory_size);
    put32(end + 16, (uint32_t)offset);
    fwrite(directory, 1, directory_size, out);
    fwrite(end, 1, 22, out);
    if (ferror(out) || fclose(out)) fail("cannot write", "the result");
}

/* ---- the network: samples are rows, W[in][out] ---- */

static double *zeros(int n) {
    double *p = calloc((size_t)n, sizeof *p);
    if (!p) fail("not enough", "memory");
    return p;
}

int main(int argc, char **argv) {
    if (argc < 3) fail("usage:", "mlp CASE.npz RESULT.npz [MISTAKE]");
    const char *mistake = argc > 3 ? argv[3] : "";
    read_file(argv[1]);

    size_t count;
    int64_t *sizes = integers("sizes", &count);
    int L = (int)count - 1, n[LAYERS + 1];
    if (L < 1 || L > LAYERS) fail("unexpected number of layers in", "sizes");
    for (int l = 0; l <= L; l++) n[l] = (int)sizes[l];
    int N = (int)integers("n_samples", &count)[0], K = n[L];
    if (strcmp(text("dtype"), "float64")) fail("only float64, found", text("dtype"));
    char *names = text("activations"), *loss = text("loss"); /* names: 16 bytes a layer */
    int cross_entropy = !strcmp(loss, "cross_entropy_per_sample");
    if (!cross_entropy && strcmp(loss, "mse")) fail("unknown loss", loss);
    double lr = *doubles("lr", 1);

    double *W[LAYERS + 1], *b[LAYERS + 1], *Z[LAYERS + 1], *A[LAYERS + 1], *dZ[LAYERS + 1], *dA[LAYERS + 1];
    A[0] = doubles("x", (size_t)(N * n[0]));
    double *y = doubles("y", (size_t)(N * K));
    for (int l = 1; l <= L; l++) {
        char key[16];
        snprintf(key, sizeof key, "W%d", l);
        double *canonical = doubles(key, (size_t)(n[l] * n[l - 1])); /* [out][in] in the file */
        W[l] = zeros(n[l - 1] * n[l]);
        for (int i = 0; i < n[l - 1]; i++)
            for (int j = 0; j < n[l]; j++) W[l][i * n[l] + j] = canonical[j * n[l - 1] + i];
        snprintf(key, sizeof key, "b%d", l);
        b[l] = doubles(key, (size_t)n[l]);
    }
    out = fopen(argv[2], "wb");
    if (!out) fail("cannot open", argv[2]);
    write_text("case_id", text("id"));
    write_text("convention_weight", "in_out");

    /* forward */
    for (int l = 1; l <= L; l++) {
        const char *f = names + 16 * (l - 1);
        Z[l] = zeros(N * n[l]), A[l] = zeros(N * n[l]);
        for (int s = 0; s < N; s++) {
            double *z = Z[l] + s * n[l], *a = A[l] + s * n[l], sum = 0, max = -INFINITY;
            for (int j = 0; j < n[l]; j++) {
                z[j] = b[l][j];
                for (int i = 0; i < n[l - 1]; i++) z[j] += A[l - 1][s * n[l - 1] + i] * W[l][i * n[l] + j];
                if (z[j] > max) max = z[j];
            }
            for (int j = 0; j < n[l]; j++) {
                if (!strncmp(f, "tanh", 16)) a[j] = tanh(z[j]);
                else if (!strncmp(f, "relu", 16)) a[j] = z[j] > 0 ? z[j] : 0;
                else if (!strncmp(f, "identity", 16)) a[j] = z[j];
                else if (!strncmp(f, "softmax", 16)) sum += a[j] = exp(z[j] - max);
                else fail("unknown activation", f);
            }
            if (!strncmp(f, "softmax", 16))
                for (int j = 0; j < n[l]; j++) a[j] /= sum;
        }
        write_array("Z", l, "", Z[l], N, n[l]);
        write_array(l < L ? "A" : "output", l < L ? l : 0, "", A[l], N, n[l]);
    }

    /* loss, and its gradient */
    double value = 0, scale = cross_entropy ? 1.0 / N : 2.0 / ((double)N * K);
    if (!strcmp(mistake, "no-mean")) scale = cross_entropy ? 1.0 : 2.0;
    for (int s = 0; s < N * K; s++)
        if (!cross_entropy) value += (A[L][s] - y[s]) * (A[L][s] - y[s]);
        else if (y[s] > 0) value -= y[s] * log(A[L][s]);
    value /= cross_entropy ? N : (double)N * K;
    write_array("loss", 0, "", &value, 0, 0);
    dA[L] = zeros(N * K); /* under cross entropy: dL/dZ, of loss and softmax together */
    for (int s = 0; s < N * K; s++) dA[L][s] = scale * (A[L][s] - y[s]);
    if (!cross_entropy) write_array("d_output", 0, "", dA[L], N, K);

    /* backward */
    for (int l = L; l >= 1; l--) {
        const char *f = names + 16 * (l - 1);
        double *dW = zeros(n[l - 1] * n[l]), *db = zeros(n[l]);
        dZ[l] = zeros(N * n[l]), dA[l - 1] = zeros(N * n[l - 1]);
        for (int s = 0; s < N; s++) {
            for (int j = 0; j < n[l]; j++) {
                int at = s * n[l] + j;
                double slope = 1;
                if (!strncmp(f, "tanh", 16)) slope = 1 - A[l][at] * A[l][at];
                if (!strncmp(f, "relu", 16)) slope = Z[l][at] > 0;
                dZ[l][at] = dA[l][at] * slope;
                db[j] += dZ[l][at];
                for (int i = 0; i < n[l - 1]; i++) {
                    int transposed = strcmp(mistake, "no-transpose") ? i * n[l] + j : j * n[l - 1] + i;
                    dW[i * n[l] + j] += A[l - 1][s * n[l - 1] + i] * dZ[l][at];
                    dA[l - 1][s * n[l - 1] + i] += dZ[l][at] * W[l][transposed];
                }
            }
        }
        write_array("dZ", l, "", dZ[l], N, n[l]);
        write_array("dW", l, "", dW, n[l - 1], n[l]);
        write_array("db", l, "", db, n[l], 0);
        write_array(l > 1 ? "dA" : "dX", l > 1 ? l - 1 : 0, "", dA[l - 1], N, n[l - 1]);

        /* SGD: the error has already been sent back through the weights from before */
        for (int i = 0; i < n[l - 1] * n[l]; i++) W[l][i] -= lr * dW[i];
        for (int j = 0; j < n[l] && strcmp(mistake, "no-bias-update"); j++) b[l][j] -= lr * db[j];
        write_array("W", l, "'", W[l], n[l - 1], n[l]);
        write_array("b", l, "'", b[l], n[l], 0);
    }
    finish();
    return 0;
}
