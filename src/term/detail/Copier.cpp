#include "term/detail/Copier.h"

#include "term/detail/IdBytes.h"

namespace nodescope::term::detail {

namespace {
/// Below this, copying is cheaper than keeping a buffer alive.
constexpr qsizetype SharedFrom = 65;
} // namespace

Copier::Copier(Storage &target, AtomIndex &atoms, Bytes bytes)
    : m_target(target)
    , m_atoms(atoms)
    , m_bytes(bytes)
{
}

Cell Copier::copy(const Cell &root, const Storage *source)
{
    Cell result;
    const Cell *from = &root;
    Cell *to = &result;
    quint64 at = 0;
    quint64 left = 1;
    while (true) {
        Cell cell = copyLeaf(*from, source);
        const quint64 children = childCount(cell);
        if (children > 0) {
            const Cell *inner = source->children(*from);
            cell.first = m_target.allocate(children);
            // The root is outside of the arena; all others may have moved.
            (to ? *to : m_target.cells()[at]) = cell;
            if (left > 1)
                m_stack.push_back({from + 1, at + 1, left - 1});
            from = inner;
            at = cell.first;
            left = children;
        } else {
            (to ? *to : m_target.cells()[at]) = cell;
            ++from;
            ++at;
            --left;
        }
        to = nullptr;
        if (left == 0) {
            if (m_stack.empty())
                return m_full ? Cell() : result;
            from = m_stack.back().from;
            at = m_stack.back().to;
            left = m_stack.back().left;
            m_stack.pop_back();
        }
    }
}

Cell Copier::copyLeaf(const Cell &cell, const Storage *source)
{
    Cell copy = cell;
    switch (cell.type) {
    case CellType::Atom:
        copy.count = copyAtom(cell.count, source);
        break;
    case CellType::Binary:
    case CellType::Bitstring:
    case CellType::ByteList:
    case CellType::BigInteger:
        copy.bytes = copyBytes(cell, cell.count, source);
        break;
    case CellType::Pid:
    case CellType::Port:
    case CellType::Reference:
        copy.count = copyAtom(cell.count, source);
        copy.bytes = copyBytes(cell, idBytes(cell.type, static_cast<IdForm>(cell.flag), cell.small), source);
        break;
    case CellType::Tuple:
    case CellType::Map:
        copy.first = 0; // an empty one points nowhere, not into cells that its new arena lacks
        break;
    default:
        break;
    }
    return copy;
}

quint32 Copier::copyAtom(quint32 number, const Storage *source)
{
    const QByteArrayView text = source->atomText(number);
    const AtomIndex::Found found =
        m_atoms.utf8(reinterpret_cast<const uchar *>(text.data()), static_cast<quint32>(text.size()),
                     AtomIndex::Lifetime::Passing);
    m_full = m_full || found.status != AtomIndex::Status::Ok;
    return found.number;
}

const uchar *Copier::copyBytes(const Cell &cell, qsizetype size, const Storage *source)
{
    if (m_bytes == Bytes::Copy || size < SharedFrom)
        return m_target.copyBytes(cell.bytes, size);
    if (m_keptLast != source)
        m_target.keepBuffersOf(*source);
    m_keptLast = source;
    return cell.bytes;
}

} // namespace nodescope::term::detail
