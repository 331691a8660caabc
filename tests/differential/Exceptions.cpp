#include "differential/Exceptions.h"

#include <algorithm>
#include <array>

#include <QFile>
#include <QSet>
#include <QStringList>

#include "term/Encoder.h"
#include "term/Tags.h"

namespace nodescope::test {

using term::DecodeError;
using term::Kind;
using term::Term;
using Code = DecodeError::Code;

namespace {

/// Whether `found` holds for a term or any part of it.
template<class Found>
bool anywhere(const Term &root, Found found)
{
    std::vector<Term> open{root};
    while (!open.empty()) {
        const Term term = open.back();
        open.pop_back();
        if (found(term))
            return true;
        for (const Term &element : term.elements())
            open.push_back(element);
        for (const auto &[key, value] : term.entries()) {
            open.push_back(key);
            open.push_back(value);
        }
        if (term.kind() == Kind::List)
            open.push_back(term.listTail());
        for (qsizetype i = 0; term.kind() == Kind::Fun && i < term.size(); ++i)
            open.push_back(term.freeVariable(i));
    }
    return false;
}

/// A predicate with the name of its row in the table.
struct Rule
{
    const char *name;
    bool (*explains)(const Comparison &, Difference);
};

bool exportArity(const Comparison &c, Difference difference)
{
    return difference == Difference::TheyAccept && c.error.code == Code::BadFun &&
           c.error.tag == term::Tag::Export && c.error.declared > 255;
}

bool noWords(const Comparison &c, Difference difference)
{
    return difference == Difference::TheyAccept && c.error.code == Code::BadReference &&
           c.error.declared == 0;
}

/// `77 00000000 bits`.
bool emptyBitstring(const Comparison &c, Difference difference)
{
    return difference == Difference::TheyAccept && c.error.code == Code::BadBitCount &&
           c.error.context.mid(1, 4) == QByteArray(4, '\0');
}

/// What a node of that name has made; the peer here bears none, and so takes it for itself. A fun names the
/// process that made it.
bool isOwn(const Term &term)
{
    const bool identifier = term.isPid() || term.isPort() || term.isReference() || term.kind() == Kind::Fun;
    return identifier && term::encode(term).contains("nonode@nohost");
}

bool ownIdentifier(const Comparison &c, Difference difference)
{
    return difference == Difference::TheyRefuse && anywhere(c.decoded->term, isOwn);
}

bool ownReference(const Comparison &c, Difference difference)
{
    return difference == Difference::OtherBytes &&
           anywhere(c.decoded->term, [](const Term &term) { return term.isReference() && isOwn(term); });
}

bool nativeRecord(const Comparison &c, Difference difference)
{
    return difference == Difference::TheyRefuse &&
           anywhere(c.decoded->term, [](const Term &term) { return term.kind() == Kind::Record; });
}

/// What they write is the same term to us too, and we would write it just so; then only the sequence of a
/// map's pairs can differ.
bool mapOrder(const Comparison &c, Difference difference)
{
    if (difference != Difference::OtherBytes)
        return false;
    const auto theirs = term::decode(c.answer.theirs);
    return theirs && theirs->term == c.decoded->term && term::encode(theirs->term) == c.answer.theirs &&
           anywhere(c.decoded->term, [](const Term &term) { return term.isMap() && term.size() > 1; });
}

bool funParts(const Comparison &c, Difference difference)
{
    return difference == Difference::OtherBytes &&
           anywhere(c.decoded->term, [](const Term &term) { return term.kind() == Kind::Fun; });
}

bool badFun(const Comparison &c, Difference difference)
{
    return difference == Difference::TheyAccept && c.error.code == Code::BadFun &&
           c.error.tag == term::Tag::NewFun;
}

bool internalTag(const Comparison &c, Difference difference)
{
    constexpr quint8 First = 73;
    constexpr quint8 Last = 76;
    return difference == Difference::TheyAccept && c.error.code == Code::UnknownTag && c.error.tag >= First &&
           c.error.tag <= Last;
}

/// An atom in such a form within an identifier or a function.
bool internalAtom(const Comparison &c, Difference difference)
{
    constexpr char Atom2 = 73;
    constexpr char Atom3 = 75;
    const QByteArray rest = c.bytes.mid(c.error.offset);
    const bool inside = c.error.code == Code::BadFun || c.error.code == Code::BadIdentifier ||
                        c.error.code == Code::BadRecord;
    return difference == Difference::TheyAccept && inside && (rest.contains(Atom2) || rest.contains(Atom3));
}

/// FLOAT whose number fills its field: they read on behind it.
bool floatOverrun(const Comparison &c, Difference difference)
{
    if (difference == Difference::OtherSize || difference == Difference::OtherBytes)
        return false;
    constexpr qsizetype TextBytes = 31;
    const auto isNumber = [](char letter) { return QByteArrayView("0123456789.,eE+-").contains(letter); };
    for (qsizetype at = c.bytes.indexOf(char(term::Tag::Float)); at >= 0;
         at = c.bytes.indexOf(char(term::Tag::Float), at + 1)) {
        const QByteArray text = c.bytes.mid(at + 1, TextBytes);
        if (text.size() == TextBytes && std::all_of(text.begin(), text.end(), isNumber))
            return true;
    }
    return false;
}

/// Keys that differ in nothing but the sign of zeros.
bool zeroKeys(const Comparison &c, Difference difference)
{
    const auto unsignedZeros = [](const Term &key) {
        return term::encode(key).replace(QByteArray::fromHex("468000000000000000"),
                                         QByteArray::fromHex("460000000000000000"));
    };
    return difference == Difference::TheyRefuse && anywhere(c.decoded->term, [&](const Term &term) {
               QSet<QByteArray> keys;
               QSet<QByteArray> withoutSigns;
               for (const auto &[key, value] : term.entries()) {
                   keys.insert(term::encode(key));
                   withoutSigns.insert(unsignedZeros(key));
               }
               return term.isMap() && withoutSigns.size() < keys.size();
           });
}

bool equalFields(const Comparison &c, Difference difference)
{
    return difference == Difference::TheyRefuse && anywhere(c.decoded->term, [](const Term &term) {
               QSet<QString> names;
               for (const auto &[key, value] : term.entries())
                   names.insert(key.atomText());
               return term.kind() == Kind::Record && names.size() < term.size();
           });
}

bool v4Port(const Comparison &c, Difference difference)
{
    return difference == Difference::TheyRefuse &&
           anywhere(c.decoded->term, [](const Term &term) { return term.isPort(); });
}

bool portForm(const Comparison &c, Difference difference)
{
    return difference == Difference::OtherBytes &&
           anywhere(c.decoded->term, [](const Term &term) { return term.isPort(); });
}

bool mapCount(const Comparison &c, Difference difference)
{
    return difference == Difference::TheyAccept && c.error.code == Code::CountExceedsInput &&
           c.error.tag == term::Tag::Map;
}

/// Numbers that V4_NC has made room for.
bool wideIdentifier(const Comparison &c, Difference difference)
{
    constexpr quint32 IdLimit = 1U << 15;
    constexpr quint32 SerialLimit = 1U << 13;
    constexpr std::size_t OldWords = 3;
    return difference == Difference::TheyRefuse && anywhere(c.decoded->term, [](const Term &term) {
               const auto pid = term.toPid();
               const auto reference = term.toReference();
               return (pid && (pid->id >= IdLimit || pid->serial >= SerialLimit)) ||
                      (reference && reference->words().size() > OldWords);
           });
}

bool strictFun(const Comparison &c, Difference difference)
{
    return difference == Difference::TheyRefuse &&
           anywhere(c.decoded->term, [](const Term &term) { return term.kind() == Kind::Fun; });
}

const std::array Rules{
    Rule{"export_arity", exportArity},
    Rule{"native_record", nativeRecord},
    Rule{"empty_bitstring", emptyBitstring},
    Rule{"own_identifier", ownIdentifier},
    Rule{"own_reference", ownReference},
    Rule{"fun_parts", funParts},
    Rule{"bad_fun", badFun},
    Rule{"internal_tag", internalTag},
    Rule{"internal_atom", internalAtom},
    Rule{"float_overrun", floatOverrun},
    Rule{"zero_keys", zeroKeys},
    Rule{"v4_port", v4Port},
    Rule{"equal_fields", equalFields},
    Rule{"wide_identifier", wideIdentifier},
    Rule{"strict_fun", strictFun},
    Rule{"port_form", portForm},
    Rule{"map_count", mapCount},
    Rule{"map_order", mapOrder},
    Rule{"reference_without_words", noWords},
};

} // namespace

Difference differenceIn(const Comparison &c)
{
    if (!c.decoded)
        return c.answer.accepted ? Difference::TheyAccept : Difference::None;
    if (!c.answer.accepted)
        return Difference::TheyRefuse;
    if (!c.answer.sameSize)
        return Difference::OtherSize;
    if (!c.answer.sameValue)
        return Difference::OtherValue;
    return c.answer.sameBytes ? Difference::None : Difference::OtherBytes;
}

const char *nameOf(Difference difference)
{
    constexpr std::array names{"none",         "we refuse, they accept", "we accept, they refuse",
                               "another size", "another value",          "another encoding"};
    return names[std::size_t(difference)];
}

bool Exceptions::load(const QString &name, int release)
{
    m_release = release;
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return false;
    while (!file.atEnd()) {
        const QString line = QString::fromUtf8(file.readLine()).trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        const QStringList parts = line.split(u'|');
        if (parts.size() != 3)
            return false;
        const QStringList span = parts[1].trimmed().split(u'-');
        const Row row{parts[0].trimmed(), span.first().toInt(),
                      span.last().isEmpty() ? 99 : span.last().toInt(), parts[2].trimmed()};
        const bool known = std::any_of(Rules.begin(), Rules.end(), [&row](const Rule &rule) {
            return row.name == QLatin1String(rule.name);
        });
        if (!known)
            return false;
        m_rows.push_back(row);
    }
    return true;
}

bool Exceptions::holds(const char *name) const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [&](const Row &row) {
        return row.name == QLatin1String(name) && row.first <= m_release && m_release <= row.last;
    });
}

QString Exceptions::explain(const Comparison &comparison) const
{
    const Difference difference = differenceIn(comparison);
    for (const Rule &rule : Rules) {
        if (holds(rule.name) && rule.explains(comparison, difference))
            return QLatin1String(rule.name);
    }
    return {};
}

QString Exceptions::keptBack(const DecodeError &error) const
{
    Comparison comparison;
    comparison.error = error;
    constexpr int FirstThatCrashesOnArity = 27;
    if (noWords(comparison, Difference::TheyAccept))
        return QStringLiteral("reference_without_words");
    if (badFun(comparison, Difference::TheyAccept))
        return QStringLiteral("bad_fun");
    if (internalTag(comparison, Difference::TheyAccept))
        return QStringLiteral("internal_tag");
    if (holds("map_count") && mapCount(comparison, Difference::TheyAccept))
        return QStringLiteral("map_count");
    if (m_release >= FirstThatCrashesOnArity && exportArity(comparison, Difference::TheyAccept))
        return QStringLiteral("export_arity");
    return {};
}

QString Exceptions::reason(const QString &name) const
{
    for (const Row &row : m_rows) {
        if (row.name == name)
            return row.reason;
    }
    return {};
}

} // namespace nodescope::test
