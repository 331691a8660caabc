#include "term/detail/Storage.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

#ifdef Q_OS_LINUX
#include <sys/mman.h>
#endif

namespace nodescope::term::detail {

namespace {

/// With its header a size that allocators hand out quickly.
constexpr qsizetype PoolBlock = 960;
constexpr qsizetype FirstBlock = 112;

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
    if (!m_scratch)
        std::free(m_cells);
}

void Storage::beginIn(Cell *scratch, quint64 capacity)
{
    Q_ASSERT(!m_cells);
    m_cells = scratch;
    m_capacity = capacity;
    m_scratch = true;
}

void Storage::grow(quint64 needed)
{
    reserve(std::max<quint64>(needed, m_capacity * 2));
}

void Storage::reserve(quint64 capacity)
{
    if (capacity <= m_capacity)
        return;
    resizeTo(capacity);
    adviseLargePages(m_cells, capacity * sizeof(Cell));
}

void Storage::resizeTo(quint64 capacity)
{
    void *cells = std::realloc(m_scratch ? nullptr : m_cells, capacity * sizeof(Cell));
    Q_CHECK_PTR(cells);
    if (m_scratch)
        std::memcpy(cells, m_cells, m_cellCount * sizeof(Cell));
    m_scratch = false;
    m_cells = static_cast<Cell *>(cells);
    m_capacity = capacity;
}

void Storage::shrink(const Cell &root)
{
    if (childCount(root) == 0) {
        if (!m_scratch)
            std::free(m_cells);
        m_scratch = false;
        m_cells = nullptr;
        m_capacity = m_cellCount = 0;
    } else if (m_scratch || m_capacity - m_cellCount > m_cellCount / 8) {
        resizeTo(m_cellCount);
    }
}

uchar *Storage::allocateBytes(qsizetype size)
{
    if (size > m_poolLeft) {
        // Small terms take what they need, growing ones take blocks.
        const qsizetype block = std::max(size, m_pool.empty() ? FirstBlock : PoolBlock);
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
