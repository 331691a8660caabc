#include "term/ByteMap.h"

#include <algorithm>

#include <QtEndian>

#include "term/Tags.h"

namespace nodescope::term {

namespace {
constexpr qsizetype MarkEvery = 256;
/// NEW_FUN_EXT before its module: tag, size, arity, unique, index, number of free variables.
constexpr qsizetype FunFixed = 1 + 4 + 1 + 16 + 4 + 4;
} // namespace

ByteMap::ByteMap(QByteArray bytes)
    : m_bytes(std::move(bytes))
{
}

quint8 ByteMap::byteAt(qsizetype at) const
{
    return at >= 0 && at < m_bytes.size() ? static_cast<quint8>(m_bytes[at]) : 0;
}

quint16 ByteMap::shortAt(qsizetype at) const
{
    return at >= 0 && at + 2 <= m_bytes.size() ? qFromBigEndian<quint16>(m_bytes.constData() + at) : 0;
}

quint32 ByteMap::wordAt(qsizetype at) const
{
    return at >= 0 && at + 4 <= m_bytes.size() ? qFromBigEndian<quint32>(m_bytes.constData() + at) : 0;
}

qsizetype ByteMap::atomEnd(qsizetype at) const
{
    switch (byteAt(at)) {
    case Tag::SmallAtomUtf8:
    case Tag::SmallAtom:
        return at + 2 + byteAt(at + 1);
    case Tag::AtomUtf8:
    case Tag::Atom:
        return at + 3 + shortAt(at + 1);
    default:
        return m_bytes.size() + 1;
    }
}

qsizetype ByteMap::identifierEnd(qsizetype at) const
{
    switch (byteAt(at)) {
    case Tag::NewPid:
        return atomEnd(at + 1) + 12;
    case Tag::Pid:
        return atomEnd(at + 1) + 9;
    case Tag::NewPort:
        return atomEnd(at + 1) + 8;
    case Tag::V4Port:
        return atomEnd(at + 1) + 12;
    case Tag::Port:
    case Tag::Reference:
        return atomEnd(at + 1) + 5;
    case Tag::NewerReference:
        return atomEnd(at + 3) + 4 + 4 * qsizetype(shortAt(at + 1));
    default: // NewReference
        return atomEnd(at + 3) + 1 + 4 * qsizetype(shortAt(at + 1));
    }
}

std::optional<ByteMap::Head> ByteMap::funHeadAt(qsizetype at) const
{
    qsizetype end = atomEnd(at + FunFixed);
    for (int i = 0; i < 3; ++i) { // old index, old unique, pid
        end = end <= m_bytes.size() ? skip(end) : -1;
        if (end < 0)
            return std::nullopt;
    }
    return Head{end - at, qsizetype(wordAt(at + FunFixed - 4))};
}

std::optional<ByteMap::Head> ByteMap::headAt(qsizetype at) const
{
    Head head;
    switch (byteAt(at)) {
    case Tag::SmallInteger:
        head.size = 2;
        break;
    case Tag::Integer:
        head.size = 5;
        break;
    case Tag::NewFloat:
        head.size = 9;
        break;
    case Tag::Float:
        head.size = 32;
        break;
    case Tag::Nil:
        head.size = 1;
        break;
    case Tag::SmallAtomUtf8:
    case Tag::SmallAtom:
    case Tag::AtomUtf8:
    case Tag::Atom:
        head.size = atomEnd(at) - at;
        break;
    case Tag::SmallTuple:
        head = {2, byteAt(at + 1)};
        break;
    case Tag::LargeTuple:
        head = {5, wordAt(at + 1)};
        break;
    case Tag::String:
        head = {3, shortAt(at + 1)};
        head.bytes = true;
        break;
    case Tag::List:
        head = {5, qsizetype(wordAt(at + 1)) + 1};
        head.list = true;
        break;
    case Tag::Map:
        head = {5, 2 * qsizetype(wordAt(at + 1))};
        break;
    case Tag::Binary:
        head.size = 5 + qsizetype(wordAt(at + 1));
        break;
    case Tag::BitBinary:
        head.size = 6 + qsizetype(wordAt(at + 1));
        break;
    case Tag::SmallBig:
        head.size = 3 + byteAt(at + 1);
        break;
    case Tag::LargeBig:
        head.size = 6 + qsizetype(wordAt(at + 1));
        break;
    case Tag::NewPid:
    case Tag::Pid:
    case Tag::NewPort:
    case Tag::V4Port:
    case Tag::Port:
    case Tag::Reference:
    case Tag::NewerReference:
    case Tag::NewReference:
        head.size = identifierEnd(at) - at;
        break;
    case Tag::Export:
        head.size = atomEnd(atomEnd(at + 1)) + 2 - at;
        break;
    case Tag::NewFun:
        return funHeadAt(at);
    case Tag::Record: // tag, number of fields, flags, module, name
        head = {atomEnd(atomEnd(at + 6)) - at, 2 * qsizetype(wordAt(at + 1))};
        head.record = true;
        break;
    default:
        return std::nullopt;
    }
    if (at + head.size > m_bytes.size())
        return std::nullopt;
    return head;
}

qsizetype ByteMap::skip(qsizetype at) const
{
    for (qsizetype left = 1; left > 0; --left) {
        const std::optional<Head> head = headAt(at);
        // A part takes a byte at least: a lie about the count ends here.
        if (!head || head->parts > m_bytes.size() - at)
            return -1;
        at += head->size;
        if (head->bytes)
            at += head->parts;
        else
            left += head->parts;
    }
    return at <= m_bytes.size() ? at : -1;
}

qsizetype ByteMap::partBegin(qsizetype container, const Head &head, qsizetype number) const
{
    if (head.bytes)
        return container + head.size + number;
    mark(container, 0, container + head.size);
    const std::vector<qsizetype> &marks = m_marks[container];
    const qsizetype known = std::min(static_cast<qsizetype>(marks.size()) - 1, number / MarkEvery);
    qsizetype at = marks[static_cast<std::size_t>(known)];
    for (qsizetype i = known * MarkEvery; i < number; ++i) {
        at = skip(at);
        if (at < 0)
            return -1;
        mark(container, i + 1, at);
    }
    return at;
}

std::optional<ByteRange> ByteMap::rangeOf(const TermPath &path) const
{
    qsizetype at = 1;
    bool single = false;
    for (qsizetype part : path) {
        const std::optional<Head> head = single ? std::nullopt : headAt(at);
        if (!head || part < 0 || part >= head->parts)
            return std::nullopt;
        const qsizetype number = head->record ? part / 2 + (part % 2 == 1 ? head->parts / 2 : 0) : part;
        at = partBegin(at, *head, number);
        if (at < 0)
            return std::nullopt;
        single = head->bytes;
    }
    const qsizetype end = single ? at + 1 : skip(at);
    if (end < 0)
        return std::nullopt;
    return ByteRange{at, end - at};
}

void ByteMap::mark(qsizetype container, qsizetype number, qsizetype at) const
{
    if (number % MarkEvery != 0)
        return;
    std::vector<qsizetype> &marks = m_marks[container];
    if (static_cast<std::size_t>(number / MarkEvery) == marks.size())
        marks.push_back(at);
}

qsizetype ByteMap::enter(Level &level, qsizetype offset) const
{
    const qsizetype begin = level.container + level.head.size;
    const auto it = level.head.parts < MarkEvery ? m_marks.constEnd() : m_marks.constFind(level.container);
    if (it == m_marks.constEnd())
        return begin;
    const auto above = std::upper_bound(it->begin(), it->end(), offset);
    if (above == it->begin())
        return begin;
    level.next = (above - it->begin() - 1) * MarkEvery;
    return *std::prev(above);
}

TermPath ByteMap::pathOf(const std::vector<Level> &levels)
{
    TermPath path;
    path.reserve(static_cast<qsizetype>(levels.size()));
    for (const Level &level : levels) {
        const qsizetype number = level.next - 1;
        const qsizetype half = level.head.parts / 2;
        path.append(!level.head.record ? number : number < half ? 2 * number : 2 * (number - half) + 1);
    }
    return path;
}

// One pass to the place: to skip each part as a whole first would go through nested ones again and again.
std::optional<TermPath> ByteMap::pathAt(qsizetype offset) const
{
    if (offset < 1 || offset >= m_bytes.size())
        return std::nullopt;
    std::vector<Level> levels;
    qsizetype at = 1;
    for (;;) {
        const std::optional<Head> head = headAt(at);
        if (!head || head->parts > m_bytes.size() - at)
            return std::nullopt;
        const qsizetype end = at + head->size + (head->bytes ? head->parts : 0);
        if (offset < end) {
            TermPath path = pathOf(levels);
            if (head->bytes && offset >= at + head->size)
                path.append(offset - at - head->size);
            // The end of a proper list is no value of its own.
            const bool nil = head->parts == 0 && byteAt(at) == Tag::Nil && !levels.empty();
            if (nil && levels.back().head.list && levels.back().next == levels.back().head.parts)
                path.removeLast();
            return path;
        }
        if (head->parts > 0 && !head->bytes) {
            levels.push_back({at, *head, 0});
            at = enter(levels.back(), offset);
        } else {
            at = end;
        }
        while (!levels.empty() && levels.back().next == levels.back().head.parts)
            levels.pop_back();
        if (levels.empty())
            return std::nullopt;
        if (levels.back().head.parts >= MarkEvery)
            mark(levels.back().container, levels.back().next, at);
        ++levels.back().next;
    }
}

} // namespace nodescope::term
