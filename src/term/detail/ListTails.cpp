#include "term/detail/ListTails.h"

#include <limits>
#include <utility>

namespace nodescope::term::detail {

namespace {

bool isList(const Cell &cell)
{
    return cell.type == CellType::List || cell.type == CellType::ByteList;
}

/// Elements of a list and of the lists that follow as tails.
quint64 joinedSize(const Storage &storage, Cell segment)
{
    quint64 size = 0;
    while (isList(segment)) {
        size += segment.count;
        if (segment.type == CellType::ByteList)
            break;
        segment = storage.children(segment)[segment.count];
    }
    return size;
}

/// Moves the elements of a chain of lists to consecutive cells. What was moved is emptied, so that it is
/// not found a second time.
void moveChain(Storage &storage, Cell segment, quint64 to)
{
    Cell *cells = storage.cells();
    while (true) {
        if (segment.type == CellType::ByteList) {
            for (quint32 i = 0; i < segment.count; ++i) {
                Cell byte{CellType::Integer};
                byte.integer = segment.bytes[i];
                cells[to++] = byte;
            }
            cells[to] = Cell{CellType::Nil};
            return;
        }
        Cell *elements = cells + segment.first;
        for (quint32 i = 0; i < segment.count; ++i)
            cells[to++] = std::exchange(elements[i], Cell());
        const Cell tail = std::exchange(elements[segment.count], Cell());
        if (!isList(tail)) {
            cells[to] = tail;
            return;
        }
        segment = tail;
    }
}

} // namespace

bool joinListTails(Storage &storage, quint64 maxCells)
{
    // Cells that are moved are met again at their new place, hence the bound that grows.
    for (quint64 i = 0; i < storage.cellCount(); ++i) {
        const Cell list = storage.cells()[i];
        if (list.type != CellType::List || !isList(storage.children(list)[list.count]))
            continue;
        const quint64 size = joinedSize(storage, list);
        if (size > std::numeric_limits<quint32>::max() || storage.cellCount() + size > maxCells)
            return false;
        const quint64 first = storage.allocate(size + 1);
        moveChain(storage, list, first);
        Cell &joined = storage.cells()[i];
        joined.count = static_cast<quint32>(size);
        joined.first = first;
    }
    return true;
}

} // namespace nodescope::term::detail
