#include "term/detail/Storage.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

#ifdef Q_OS_LINUX
#include <sys/mman.h>
#endif

namespace nodescope::term::detail {

namespace {

constexpr qsizetype PoolBlock = 1024;

/// Asks for large pages where cells fill several: with small ones, most of the time of decoding a big term
/// goes into page faults. Only a hint.
void adviseLargePages([[maybe_unused]] void *memory, [[maybe_unused]] std::size_t bytes)
{
#ifdef Q_OS_LINUX
    constexpr std::size_t LargePage = 2 * 1024 * 1024;
    if (bytes < 2 * LargePage)
        return;
    const auto begin = (reinterpret_cast<quintptr>(memory) + LargePage - 1) & ~(LargePage - 1);
    const auto end = (reinterpret_cast<quintptr>(memory) + bytes) & ~(LargePage - 1);
    if (end > begin)
        madvise(reinterpret_cast<void *>(begin), end - begin, MADV_HUGEPAGE);
#endif
}

} // namespace

Storage::~Storage()
{
    std::free(m_cells);
}

void Storage::grow(quint64 needed)
{
    reserve(std::max<quint64>(needed, m_capacity * 2));
}

void Storage::reserve(quint64 capacity)
{
    if (capacity <= m_capacity)
        return;
    void *cells = std::realloc(m_cells, capacity * sizeof(Cell));
    Q_CHECK_PTR(cells);
    m_cells = static_cast<Cell *>(cells);
    m_capacity = capacity;
    adviseLargePages(m_cells, capacity * sizeof(Cell));
}

void Storage::shrink()
{
    if (m_capacity - m_cellCount <= m_cellCount / 8)
        return;
    if (void *cells = std::realloc(m_cells, std::max<quint64>(m_cellCount, 1) * sizeof(Cell))) {
        m_cells = static_cast<Cell *>(cells);
        m_capacity = std::max<quint64>(m_cellCount, 1);
    }
}

uchar *Storage::allocateBytes(qsizetype size)
{
    if (size > m_poolLeft) {
        // Small terms take what they need, growing ones take blocks.
        const qsizetype block = std::max(size, m_pool.empty() ? qsizetype(64) : PoolBlock);
        m_pool.push_back(std::make_shared_for_overwrite<uchar[]>(static_cast<std::size_t>(block)));
        m_poolNext = m_pool.back().get();
        m_poolLeft = block;
        m_poolBytes += block;
    }
    uchar *bytes = m_poolNext;
    m_poolNext += size;
    m_poolLeft -= size;
    return bytes;
}

const uchar *Storage::copyBytes(const void *bytes, qsizetype size)
{
    if (size == 0)
        return nullptr;
    uchar *copy = allocateBytes(size);
    std::memcpy(copy, bytes, static_cast<std::size_t>(size));
    return copy;
}

const uchar *Storage::keep(QByteArray buffer)
{
    // A raw view has no owner that we could keep alive.
    if (!buffer.data_ptr().d_ptr())
        buffer = QByteArray(buffer.constData(), buffer.size());
    m_buffers.push_back(std::move(buffer));
    return reinterpret_cast<const uchar *>(m_buffers.back().constData());
}

void Storage::keepBuffersOf(const Storage &other)
{
    m_buffers.append(other.m_buffers.constData(), other.m_buffers.size());
    m_pool.append(other.m_pool.constData(), other.m_pool.size());
}

qsizetype Storage::heldBytes() const
{
    qsizetype bytes = static_cast<qsizetype>(sizeof(Storage) + m_capacity * sizeof(Cell) +
                                             m_atoms.capacity() * sizeof(AtomText)) +
                      m_poolBytes;
    for (const QByteArray &buffer : m_buffers)
        bytes += buffer.size();
    return bytes;
}

} // namespace nodescope::term::detail
