#pragma once

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include <QByteArray>
#include <QByteArrayView>

/// What a fuzz target makes of its input, and how it says that an invariant is broken.
namespace nodescope::fuzz {

/// Ends the process with the place and the condition: libFuzzer keeps the input.
#define FUZZ_CHECK(condition)                                                                                \
    do {                                                                                                     \
        if (!(condition)) {                                                                                  \
            std::fprintf(stderr, "%s:%d: broken: %s\n", __FILE__, __LINE__, #condition);                     \
            std::abort();                                                                                    \
        }                                                                                                    \
    } while (false)

/// From where on two descriptions differ.
inline qsizetype firstDifference(QByteArrayView a, QByteArrayView b)
{
    return std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin();
}

/// The same for two descriptions that must not differ; shows both, and last of all where they part.
#define FUZZ_SAME(a, b)                                                                                      \
    do {                                                                                                     \
        if ((a) != (b)) {                                                                                    \
            const QByteArray first(a);                                                                       \
            const QByteArray second(b);                                                                      \
            const qsizetype at = nodescope::fuzz::firstDifference(first, second);                            \
            std::fprintf(stderr,                                                                             \
                         "%s:%d: differ:\n--- %s\n%s\n--- %s\n%s\n--- from %lld on:\n%.120s\n%.120s\n",      \
                         __FILE__, __LINE__, #a, first.constData(), #b, second.constData(),                  \
                         static_cast<long long>(at), first.mid(at).constData(), second.mid(at).constData()); \
            std::abort();                                                                                    \
        }                                                                                                    \
    } while (false)

/// Takes choices from the front of the input; the rest is what a peer would send. Choices stand in front so
/// that bytes captured from a real node make a seed by putting a few before them.
class Input
{
public:
    Input(const quint8 *data, std::size_t size)
        : m_bytes(reinterpret_cast<const char *>(data), qsizetype(size))
    {
    }

    /// 0 when there is no more.
    quint8 byte()
    {
        if (m_bytes.isEmpty())
            return 0;
        const quint8 first = quint8(m_bytes.front());
        m_bytes = m_bytes.sliced(1);
        return first;
    }
    [[nodiscard]] QByteArrayView take(qsizetype count)
    {
        const QByteArrayView taken = m_bytes.first(qMin(count, m_bytes.size()));
        m_bytes = m_bytes.sliced(taken.size());
        return taken;
    }
    [[nodiscard]] QByteArrayView rest() const { return m_bytes; }
    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }

private:
    QByteArrayView m_bytes;
};

/// Cuts bytes into slices of sizes that follow from `seed`; 0 cuts one byte a slice. Each slice is a copy of
/// its own, so that reading beyond it is seen.
template<class Take>
void inSlices(QByteArrayView bytes, quint8 seed, Take take)
{
    quint32 state = seed;
    while (!bytes.isEmpty()) {
        state = state * 1664525u + (seed ? 1013904223u : 0u);
        const qsizetype most = (state >> 31) ? 97 : 7;
        const qsizetype size = qMin(bytes.size(), 1 + qsizetype(state >> 16) % most);
        const QByteArray slice(bytes.data(), size);
        take(QByteArrayView(slice));
        bytes = bytes.sliced(size);
    }
}

} // namespace nodescope::fuzz
