#include "term/detail/JsonMachine.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "term/Encoder.h"
#include "term/detail/PrinterMachine.h"
#include "term/detail/Quoting.h"
#include "term/detail/Utf8.h"

namespace nodescope::term::detail {

namespace {

/// What a double, and with it every JSON reader, holds exactly.
constexpr qint64 LargestExact = (qint64(1) << 53) - 1;

QByteArrayView bytesOf(const Cell &cell)
{
    return {cell.bytes, static_cast<qsizetype>(cell.count)};
}

bool isText(const Cell &cell)
{
    return cell.type == CellType::Binary && isUtf8(bytesOf(cell));
}

} // namespace

JsonMachine::JsonMachine(const Storage *storage, const JsonOptions &options)
    : m_storage(storage)
    , m_options(options)
{
}

QByteArray JsonMachine::run(const Cell &root)
{
    value(root);
    while (!m_stack.empty())
        step();
    return m_out;
}

void JsonMachine::value(const Cell &cell)
{
    switch (cell.type) {
    case CellType::Integer:
    case CellType::BigInteger:
        return integer(cell);
    case CellType::Float:
        return real(cell.real);
    case CellType::Atom:
        return atom(cell);
    case CellType::Nil:
        m_out += "[]";
        return;
    case CellType::Binary:
    case CellType::Bitstring:
        return binary(cell);
    case CellType::ByteList:
        return byteList(cell);
    case CellType::List:
        return openList(cell);
    case CellType::Tuple:
        m_out += m_options.plain ? "[" : "{\"$tuple\":[";
        return push(cell, Style::Array, cell.count, m_options.plain ? "]" : "]}");
    case CellType::Map:
        return openMap(cell);
    case CellType::Record:
        return openRecord(cell);
    case CellType::Pid:
        return tagged("pid", printed(cell));
    case CellType::Port:
        return tagged("port", printed(cell));
    case CellType::Reference:
        return tagged("reference", printed(cell));
    case CellType::Export:
        return tagged("export", printed(cell));
    case CellType::Fun:
        tagged("fun", printed(cell));
        if (!m_options.plain) {
            m_out.chop(1);
            m_out += ",\"etf\":\"" + encode(Access::make(cell, m_storage)).toBase64() + "\"}";
        }
        return;
    case CellType::Invalid:
        m_out += "null";
        return;
    }
}

void JsonMachine::push(const Cell &cell, Style style, quint64 end, QByteArrayView closing)
{
    m_stack.push_back({cell, childCount(cell) ? parts(cell) : nullptr, 0, end, style, false, closing});
}

void JsonMachine::openList(const Cell &cell)
{
    const bool improper = parts(cell)[cell.count].type != CellType::Nil;
    m_out += improper ? "{\"$list\":[" : "[";
    push(cell, Style::Array, quint64(cell.count) + (improper ? 1 : 0), improper ? "}" : "]");
    m_stack.back().improper = improper;
}

void JsonMachine::openMap(const Cell &cell)
{
    const bool object = isObject(cell);
    m_out += object ? "{" : "{\"$map\":[";
    push(cell, object ? Style::Object : Style::Pairs, quint64(cell.count) * 2, object ? "}" : "]}");
}

void JsonMachine::openRecord(const Cell &cell)
{
    m_out += "{\"$record\":[";
    atomText(parts(cell)[0]);
    m_out += ',';
    atomText(parts(cell)[1]);
    m_out += (cell.flag & 1) ? ",true,[" : ",false,[";
    push(cell, Style::Record, cell.count, "]]}");
}

void JsonMachine::step()
{
    Open &open = m_stack.back();
    if (open.next == open.end) {
        m_out += open.closing;
        m_stack.pop_back();
        return;
    }
    if (open.style == Style::Record)
        return stepRecord(open);
    const quint64 index = open.next++;
    const bool second = open.style != Style::Array && index % 2 == 1;
    const bool tail = open.improper && open.next == open.end;
    if (tail)
        m_out += "],\"tail\":";
    else if (second)
        m_out += open.style == Style::Object ? ':' : ',';
    else if (index > 0)
        m_out += ',';
    const Cell &part = open.parts[index];
    if (open.style == Style::Object && !second)
        return key(part);
    if (open.style == Style::Pairs)
        m_out += second ? "" : "[";
    // A value of a pair may be a container: its bracket closes with it.
    if (open.style == Style::Pairs && second) {
        m_stack.push_back({Cell(), &part, 0, 1, Style::Array, false, "]"});
        return;
    }
    value(part);
}

void JsonMachine::stepRecord(Open &open)
{
    const quint64 index = RecordPrefix + open.next++;
    m_out += index > RecordPrefix ? ",[" : "[";
    atomText(open.parts[index]);
    m_out += ',';
    const Cell *part = open.parts + index + open.container.count;
    m_stack.push_back({Cell(), part, 0, 1, Style::Array, false, "]"});
}

bool JsonMachine::isObject(const Cell &map) const
{
    if (m_options.plain || map.count == 0)
        return true;
    const Cell *pairs = parts(map);
    for (quint64 i = 0; i < map.count; ++i) {
        if (!isText(pairs[2 * i]) || bytesOf(pairs[2 * i]).startsWith('$'))
            return false;
    }
    return true;
}

void JsonMachine::key(const Cell &cell)
{
    if (cell.type == CellType::Atom)
        atomText(cell);
    else if (isText(cell))
        quoted(QString::fromUtf8(bytesOf(cell)));
    else
        quoted(printed(cell));
}

void JsonMachine::integer(const Cell &cell)
{
    if (cell.type == CellType::Integer && cell.integer >= -LargestExact && cell.integer <= LargestExact) {
        m_out += QByteArray::number(cell.integer);
        return;
    }
    PrintOptions options;
    options.syntax = Syntax::Elixir; // 0x… for huge ones
    tagged("integer", PrinterMachine(m_storage, options).run(cell).text);
}

void JsonMachine::real(double value)
{
    PrintOptions options;
    Cell cell{CellType::Float};
    cell.real = value;
    m_out += PrinterMachine(m_storage, options).run(cell).text.toLatin1();
}

void JsonMachine::atom(const Cell &cell)
{
    const QByteArrayView text = m_storage->atomText(cell.count);
    if (text == "true" || text == "false")
        m_out += text;
    else if (text == "nil")
        m_out += "null";
    else
        tagged("atom", QString::fromUtf8(text));
}

void JsonMachine::atomText(const Cell &cell)
{
    quoted(QString::fromUtf8(m_storage->atomText(cell.count)));
}

void JsonMachine::binary(const Cell &cell)
{
    if (isText(cell))
        return quoted(QString::fromUtf8(bytesOf(cell)));
    const Term term = Access::make(cell, m_storage);
    const QString base64 = QString::fromLatin1(term.toByteArray().toBase64());
    if (cell.type == CellType::Binary)
        return tagged("binary", base64);
    tagged("bitstring", base64);
    if (!m_options.plain) {
        m_out.chop(1);
        m_out += ",\"bits\":" + QByteArray::number(term.bitSize()) + '}';
    }
}

void JsonMachine::byteList(const Cell &cell)
{
    m_out += '[';
    for (quint32 i = 0; i < cell.count; ++i) {
        if (i > 0)
            m_out += ',';
        m_out += QByteArray::number(cell.bytes[i]);
    }
    m_out += ']';
}

void JsonMachine::tagged(QByteArrayView name, const QString &text)
{
    if (m_options.plain)
        return quoted(text);
    m_out += "{\"$" + name.toByteArray() + "\":";
    quoted(text);
    m_out += '}';
}

void JsonMachine::quoted(const QString &text)
{
    m_out += '"';
    for (char32_t point : text.toUcs4()) {
        if (point == U'"' || point == U'\\')
            m_out += '\\';
        if (isVisible(point)) {
            m_out += QString::fromUcs4(&point, 1).toUtf8();
            continue;
        }
        for (QChar unit : QString::fromUcs4(&point, 1)) {
            m_out += "\\u";
            m_out += QByteArray::number(unit.unicode(), 16).rightJustified(4, '0');
        }
    }
    m_out += '"';
}

QString JsonMachine::printed(const Cell &cell) const
{
    return PrinterMachine(m_storage, PrintOptions()).run(cell).text;
}

} // namespace nodescope::term::detail
