#include "EiCodec.h"

#include <array>
#include <vector>

#include <ei.h>

namespace nodescope::bench {

namespace {

/// Walks a term in the order of its bytes; `out` is null where nothing is written.
class Walk
{
public:
    Walk(const QByteArray &bytes, ei_x_buff *out)
        : m_bytes(bytes.constData())
        , m_out(out)
    {
    }

    bool run()
    {
        int version = 0;
        if (ei_decode_version(m_bytes, &m_at, &version))
            return false;
        for (long left = 1; left > 0; --left) {
            ++m_values;
            const long parts = value();
            if (parts < 0)
                return false;
            left += parts;
        }
        return true;
    }

    [[nodiscard]] long values() const { return m_values; }

private:
    /// Gives the number of parts that follow, negative on failure.
    long value()
    {
        int type = 0;
        int size = 0;
        if (ei_get_type(m_bytes, &m_at, &type, &size))
            return -1;
        switch (type) {
        case ERL_SMALL_INTEGER_EXT:
        case ERL_INTEGER_EXT:
            return integer();
        case ERL_FLOAT_EXT:
        case NEW_FLOAT_EXT:
            return real();
        case ERL_ATOM_UTF8_EXT:
        case ERL_SMALL_ATOM_UTF8_EXT:
        case ERL_ATOM_EXT:
            return atom();
        case ERL_NEW_PID_EXT:
        case ERL_PID_EXT:
            return pid();
        case ERL_STRING_EXT:
        case ERL_BINARY_EXT:
            return bytes(type, size);
        default:
            return container(type);
        }
    }
    long integer()
    {
        long long value = 0;
        if (ei_decode_longlong(m_bytes, &m_at, &value))
            return -1;
        return m_out ? ei_x_encode_longlong(m_out, value) : 0;
    }
    long real()
    {
        double value = 0;
        if (ei_decode_double(m_bytes, &m_at, &value))
            return -1;
        return m_out ? ei_x_encode_double(m_out, value) : 0;
    }
    long atom()
    {
        std::array<char, MAXATOMLEN_UTF8> name;
        if (ei_decode_atom_as(m_bytes, &m_at, name.data(), MAXATOMLEN_UTF8, ERLANG_UTF8, nullptr, nullptr))
            return -1;
        return m_out ? ei_x_encode_atom_as(m_out, name.data(), ERLANG_UTF8, ERLANG_UTF8) : 0;
    }
    long pid()
    {
        erlang_pid value;
        if (ei_decode_pid(m_bytes, &m_at, &value))
            return -1;
        return m_out ? ei_x_encode_pid(m_out, &value) : 0;
    }
    long bytes(int type, int size)
    {
        m_buffer.resize(static_cast<std::size_t>(size) + 1);
        if (type == ERL_STRING_EXT) {
            if (ei_decode_string(m_bytes, &m_at, m_buffer.data()))
                return -1;
            return m_out ? ei_x_encode_string_len(m_out, m_buffer.data(), size) : 0;
        }
        long length = 0;
        if (ei_decode_binary(m_bytes, &m_at, m_buffer.data(), &length))
            return -1;
        return m_out ? ei_x_encode_binary(m_out, m_buffer.data(), static_cast<int>(length)) : 0;
    }
    long container(int type)
    {
        int count = 0;
        if (type == ERL_SMALL_TUPLE_EXT || type == ERL_LARGE_TUPLE_EXT) {
            if (ei_decode_tuple_header(m_bytes, &m_at, &count))
                return -1;
            return m_out && ei_x_encode_tuple_header(m_out, count) ? -1 : count;
        }
        if (type == ERL_MAP_EXT) {
            if (ei_decode_map_header(m_bytes, &m_at, &count))
                return -1;
            return m_out && ei_x_encode_map_header(m_out, count) ? -1 : 2L * count;
        }
        if (ei_decode_list_header(m_bytes, &m_at, &count))
            return -1;
        if (count == 0)
            return m_out ? ei_x_encode_empty_list(m_out) : 0;
        return m_out && ei_x_encode_list_header(m_out, count) ? -1 : count + 1L;
    }

    const char *m_bytes;
    ei_x_buff *m_out;
    int m_at = 0;
    long m_values = 0;
    std::vector<char> m_buffer;
};

} // namespace

bool eiDecode(const QByteArray &bytes)
{
    return Walk(bytes, nullptr).run();
}

long eiValues(const QByteArray &bytes)
{
    Walk walk(bytes, nullptr);
    return walk.run() ? walk.values() : 0;
}

qsizetype eiTranscode(const QByteArray &bytes)
{
    ei_x_buff out;
    ei_x_new_with_version(&out);
    const bool ok = Walk(bytes, &out).run();
    const qsizetype size = ok ? out.index : 0;
    ei_x_free(&out);
    return size;
}

} // namespace nodescope::bench
