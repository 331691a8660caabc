// Bytes and text of terms.

#include "term/Term.h"
#include "term/detail/Storage.h"
#include "term/detail/Utf8.h"

namespace nodescope::term {

using detail::Cell;
using detail::CellType;

QByteArray Term::toByteArray() const
{
    QByteArray copy = bytes().toByteArray();
    if (kind() == Kind::Bitstring && !copy.isEmpty()) {
        const auto last = static_cast<uchar>(copy.back());
        copy.back() = static_cast<char>(last & (0xff << (8 - m_cell.flag)));
    }
    return copy;
}

QByteArrayView Term::bytes() const
{
    if (m_cell.type != CellType::Binary && m_cell.type != CellType::Bitstring)
        return {};
    return {m_cell.bytes, static_cast<qsizetype>(m_cell.count)};
}

qsizetype Term::bitSize() const
{
    return bytes().size() * 8 - (kind() == Kind::Bitstring ? 8 - m_cell.flag : 0);
}

namespace {

/// Walks nested lists in order without recursion. Gives false as soon as a leaf is refused.
template<class Leaf>
bool forEachLeaf(const Cell &root, const detail::Storage *storage, Leaf leaf)
{
    struct Range
    {
        const Cell *next;
        quint64 left;
    };
    std::vector<Range> stack{{&root, 1}};
    while (!stack.empty()) {
        Range &range = stack.back();
        const Cell &cell = *range.next++;
        if (--range.left == 0)
            stack.pop_back();
        if (cell.type == CellType::List)
            stack.push_back({storage->children(cell), detail::childCount(cell)});
        else if (!leaf(cell))
            return false;
    }
    return true;
}

QByteArrayView viewOf(const Cell &cell)
{
    return {cell.bytes, static_cast<qsizetype>(cell.count)};
}

bool isCodePoint(const Cell &cell)
{
    return cell.type == CellType::Integer && cell.integer >= 0 && cell.integer <= 0x10ffff &&
           !(cell.integer >= 0xd800 && cell.integer <= 0xdfff);
}

void appendPoint(QString &text, qint64 point)
{
    const auto units = QChar::fromUcs4(static_cast<char32_t>(point));
    text.append(QStringView(units));
}

} // namespace

std::optional<QByteArray> Term::toIoData() const
{
    if (!isList() && !isBinary())
        return std::nullopt;
    QByteArray data;
    const bool ok = forEachLeaf(m_cell, m_storage.data(), [&](const Cell &leaf) {
        if (leaf.type == CellType::Integer && leaf.integer >= 0 && leaf.integer < 256)
            data.append(static_cast<char>(leaf.integer));
        else if (leaf.type == CellType::Binary || leaf.type == CellType::ByteList)
            data.append(viewOf(leaf));
        else
            return leaf.type == CellType::Nil;
        return true;
    });
    return ok ? std::optional(data) : std::nullopt;
}

std::optional<QString> Term::toText() const
{
    if (!isList() && !isBinary())
        return std::nullopt;
    QString text;
    const bool ok = forEachLeaf(m_cell, m_storage.data(), [&](const Cell &leaf) {
        if (isCodePoint(leaf))
            appendPoint(text, leaf.integer);
        else if (leaf.type == CellType::Binary && detail::isUtf8(viewOf(leaf)))
            text.append(QUtf8StringView(viewOf(leaf)).toString());
        else if (leaf.type == CellType::Binary || leaf.type == CellType::ByteList)
            text.append(QLatin1String(viewOf(leaf)));
        else
            return leaf.type == CellType::Nil;
        return true;
    });
    return ok ? std::optional(text) : std::nullopt;
}

} // namespace nodescope::term
