#include "term/Identifiers.h"

#include <algorithm>

namespace nodescope::term {

Reference::Reference(QString node, quint32 creation, std::span<const quint32> words)
    : m_node(std::move(node))
    , m_creation(creation)
    , m_count(static_cast<quint8>(std::min<std::size_t>(words.size(), MaxReferenceWords)))
{
    std::copy_n(words.begin(), m_count, m_words.begin());
}

Reference::Reference(QString node, quint32 creation, std::initializer_list<quint32> words)
    : Reference(std::move(node), creation, std::span<const quint32>(words.begin(), words.size()))
{
}

size_t qHash(const Pid &pid, size_t seed) noexcept
{
    return qHashMulti(seed, pid.node, pid.id, pid.serial, pid.creation);
}

size_t qHash(const Port &port, size_t seed) noexcept
{
    return qHashMulti(seed, port.node, port.id, port.creation);
}

size_t qHash(const Reference &reference, size_t seed) noexcept
{
    // The words tell references apart nearly always, and texts are slow to hash.
    size_t hash = seed ^ reference.creation();
    for (const quint32 word : reference.words())
        hash = ::qHash(word, hash);
    return hash;
}

} // namespace nodescope::term
