#include "Terms.h"

#include <vector>

namespace {

constexpr int MaxDepth = 10'000;

bool remakeTerm(const char *bytes, int *index, ei_x_buff *to, int depth);

bool remakeMany(const char *bytes, int *index, ei_x_buff *to, int count, int depth)
{
    for (int i = 0; i < count; ++i) {
        if (!remakeTerm(bytes, index, to, depth + 1))
            return false;
    }
    return true;
}

bool remakeInteger(const char *bytes, int *index, ei_x_buff *to)
{
    long long value = 0;
    return ei_decode_longlong(bytes, index, &value) == 0 && ei_x_encode_longlong(to, value) == 0;
}

bool remakeBig(const char *bytes, int *index, ei_x_buff *to, int digits)
{
    erlang_big *value = ei_alloc_big(unsigned(digits));
    const bool done = value && ei_decode_big(bytes, index, value) == 0 && ei_x_encode_big(to, value) == 0;
    if (value)
        ei_free_big(value);
    return done;
}

bool remakeFloat(const char *bytes, int *index, ei_x_buff *to)
{
    double value = 0;
    return ei_decode_double(bytes, index, &value) == 0 && ei_x_encode_double(to, value) == 0;
}

bool remakeAtom(const char *bytes, int *index, ei_x_buff *to)
{
    char text[MAXATOMLEN_UTF8] = {};
    return ei_decode_atom_as(bytes, index, text, sizeof text, ERLANG_UTF8, nullptr, nullptr) == 0 &&
           ei_x_encode_atom_as(to, text, ERLANG_UTF8, ERLANG_UTF8) == 0;
}

bool remakeString(const char *bytes, int *index, ei_x_buff *to, int size)
{
    std::vector<char> text(std::size_t(size) + 1);
    return ei_decode_string(bytes, index, text.data()) == 0 &&
           ei_x_encode_string_len(to, text.data(), size) == 0;
}

bool remakeBinary(const char *bytes, int *index, ei_x_buff *to, int size)
{
    std::vector<char> data(std::size_t(size) + 1);
    long length = 0;
    return ei_decode_binary(bytes, index, data.data(), &length) == 0 &&
           ei_x_encode_binary(to, data.data(), int(length)) == 0;
}

bool remakeBits(const char *bytes, int *index, ei_x_buff *to)
{
    const char *data = nullptr;
    unsigned offset = 0;
    std::size_t bits = 0;
    return ei_decode_bitstring(bytes, index, &data, &offset, &bits) == 0 &&
           ei_x_encode_bitstring(to, data, offset, bits) == 0;
}

bool remakeTuple(const char *bytes, int *index, ei_x_buff *to, int depth)
{
    int arity = 0;
    return ei_decode_tuple_header(bytes, index, &arity) == 0 && ei_x_encode_tuple_header(to, arity) == 0 &&
           remakeMany(bytes, index, to, arity, depth);
}

bool remakeList(const char *bytes, int *index, ei_x_buff *to, int depth)
{
    int count = 0;
    if (ei_decode_list_header(bytes, index, &count) != 0)
        return false;
    if (count == 0) // its own tail
        return ei_x_encode_empty_list(to) == 0;
    return ei_x_encode_list_header(to, count) == 0 && remakeMany(bytes, index, to, count + 1, depth);
}

bool remakeMap(const char *bytes, int *index, ei_x_buff *to, int depth)
{
    int pairs = 0;
    return ei_decode_map_header(bytes, index, &pairs) == 0 && ei_x_encode_map_header(to, pairs) == 0 &&
           remakeMany(bytes, index, to, 2 * pairs, depth);
}

bool remakePid(const char *bytes, int *index, ei_x_buff *to)
{
    erlang_pid pid;
    return ei_decode_pid(bytes, index, &pid) == 0 && ei_x_encode_pid(to, &pid) == 0;
}

bool remakePort(const char *bytes, int *index, ei_x_buff *to)
{
    erlang_port port;
    return ei_decode_port(bytes, index, &port) == 0 && ei_x_encode_port(to, &port) == 0;
}

bool remakeReference(const char *bytes, int *index, ei_x_buff *to)
{
    erlang_ref reference;
    return ei_decode_ref(bytes, index, &reference) == 0 && ei_x_encode_ref(to, &reference) == 0;
}

bool remakeFun(const char *bytes, int *index, ei_x_buff *to)
{
    erlang_fun fun;
    if (ei_decode_fun(bytes, index, &fun) != 0)
        return false;
    const bool done = ei_x_encode_fun(to, &fun) == 0;
    free_fun(&fun);
    return done;
}

bool remakeTerm(const char *bytes, int *index, ei_x_buff *to, int depth)
{
    int type = 0;
    int size = 0;
    if (depth > MaxDepth || ei_get_type(bytes, index, &type, &size) != 0)
        return false;
    // By their letters, since not every release has a name for each.
    switch (type) {
    case 'a': // SMALL_INTEGER_EXT
    case 'b':
        return remakeInteger(bytes, index, to);
    case 'n': // SMALL_BIG_EXT
    case 'o':
        return remakeBig(bytes, index, to, size);
    case 'c': // FLOAT_EXT
    case 'F':
        return remakeFloat(bytes, index, to);
    case 'd': // ATOM_EXT and its successors
    case 's':
    case 'v':
    case 'w':
        return remakeAtom(bytes, index, to);
    case 'k':
        return remakeString(bytes, index, to, size);
    case 'm':
        return remakeBinary(bytes, index, to, size);
    case 'M':
        return remakeBits(bytes, index, to);
    case 'h': // SMALL_TUPLE_EXT
    case 'i':
        return remakeTuple(bytes, index, to, depth);
    case 'j': // NIL_EXT
    case 'l':
        return remakeList(bytes, index, to, depth);
    case 't':
        return remakeMap(bytes, index, to, depth);
    case 'g': // PID_EXT
    case 'X':
        return remakePid(bytes, index, to);
    case 'f': // PORT_EXT and its successors
    case 'Y':
    case 'x':
        return remakePort(bytes, index, to);
    case 'e': // REFERENCE_EXT and its successors
    case 'r':
    case 'Z':
        return remakeReference(bytes, index, to);
    case 'p': // NEW_FUN_EXT, EXPORT_EXT
    case 'q':
        return remakeFun(bytes, index, to);
    default:
        return false;
    }
}

} // namespace

bool remake(const char *bytes, int *index, ei_x_buff *to)
{
    return remakeTerm(bytes, index, to, 0);
}
