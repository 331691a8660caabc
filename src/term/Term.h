#pragma once

#include <initializer_list>
#include <iterator>
#include <optional>
#include <span>
#include <utility>

#include <QByteArray>
#include <QExplicitlySharedDataPointer>
#include <QList>
#include <QMetaType>
#include <QString>

#include "term/Identifiers.h"
#include "term/detail/Cell.h"

namespace nodescope::term {

class ElementRange;
class EntryRange;
class TermBuilder;
namespace detail {
class Storage;
struct Access;
} // namespace detail

/// `fun Module:Function/Arity`.
struct ExportedFunction
{
    QString module;
    QString function;
    quint32 arity = 0;

    friend bool operator==(const ExportedFunction &, const ExportedFunction &) = default;
};

/// An Erlang term: a cheap, immutable handle on a cell of a shared arena (see README.md). Copies share
/// the arena; a part (`at(2)`) is a handle on the same arena and keeps all of it alive, the received
/// frame too; detached() copies a part out. Thread-safe as far as a shared constant is.
///
/// Asking a term for what it is not answers with an invalid term, an empty optional or a default,
/// never with undefined behaviour, so messages can be taken apart without checking each step:
/// `message.at(1).toPid()`. Indices start at 0. No function recurses: depth costs no stack.
class Term
{
public:
    using Kind = nodescope::term::Kind;

    /// The invalid term: not an Erlang value. A container made with an invalid part is invalid.
    Term();
    Term(const Term &other);
    Term(Term &&other) noexcept;
    Term &operator=(const Term &other);
    Term &operator=(Term &&other) noexcept;
    ~Term();

    // Making. For terms of many parts TermBuilder is cheaper: containers made here copy their parts.

    [[nodiscard]] static Term integer(qint64 value);
    [[nodiscard]] static Term unsignedInteger(quint64 value);
    /// `magnitude` is little-endian, as on the wire. Becomes Integer when it fits into 64 bits.
    [[nodiscard]] static Term bigInteger(bool negative, const QByteArray &magnitude);
    /// Invalid unless finite: Erlang has no NaN and no infinity.
    [[nodiscard]] static Term real(double value);
    /// Invalid if longer than MaxAtomCharacters or holding lone surrogates.
    [[nodiscard]] static Term atom(QStringView text);
    [[nodiscard]] static Term atom(QLatin1String text);
    [[nodiscard]] static Term boolean(bool value);
    [[nodiscard]] static Term nil();
    [[nodiscard]] static Term list(std::initializer_list<Term> elements);
    [[nodiscard]] static Term list(std::span<const Term> elements);
    /// A list whose tail may be any term; a list as tail is appended.
    [[nodiscard]] static Term list(std::span<const Term> elements, const Term &tail);
    [[nodiscard]] static Term list(std::initializer_list<Term> elements, const Term &tail);
    [[nodiscard]] static Term tuple(std::initializer_list<Term> elements);
    [[nodiscard]] static Term tuple(std::span<const Term> elements);
    /// Of equal keys the last wins, as in Erlang's `#{}`.
    [[nodiscard]] static Term map(std::initializer_list<std::pair<Term, Term>> entries);
    [[nodiscard]] static Term map(std::span<const std::pair<Term, Term>> entries);
    /// Shares the byte array, unless it is a raw view (QByteArray::fromRawData), which is copied.
    [[nodiscard]] static Term binary(const QByteArray &bytes);
    /// The text as UTF-8 binary: Elixir's String.
    [[nodiscard]] static Term utf8(QStringView text);
    /// `bits` of `bytes`, from the highest bit of the first byte. A multiple of eight makes a Binary.
    [[nodiscard]] static Term bitstring(const QByteArray &bytes, qsizetype bits);
    /// The text as list of code points: Erlang's string.
    [[nodiscard]] static Term charlist(QStringView text);
    [[nodiscard]] static Term pid(const Pid &pid);
    [[nodiscard]] static Term port(const Port &port);
    /// Invalid without words (OTP 25 crashes on such).
    [[nodiscard]] static Term reference(const Reference &reference);
    /// Invalid if the arity is above 255 (OTP 27 crashes on such).
    [[nodiscard]] static Term exportedFunction(const ExportedFunction &function);

    // What it is.

    [[nodiscard]] Kind kind() const { return detail::kindOf(m_cell); }
    [[nodiscard]] bool isValid() const { return kind() != Kind::Invalid; }
    /// Integer or BigInteger.
    [[nodiscard]] bool isInteger() const { return kind() == Kind::Integer || kind() == Kind::BigInteger; }
    [[nodiscard]] bool isFloat() const { return kind() == Kind::Float; }
    [[nodiscard]] bool isAtom() const { return kind() == Kind::Atom; }
    [[nodiscard]] bool isAtom(QStringView text) const;
    [[nodiscard]] bool isAtom(QLatin1String text) const;
    [[nodiscard]] bool isNil() const { return kind() == Kind::Nil; }
    /// List (proper or not) or Nil.
    [[nodiscard]] bool isList() const { return kind() == Kind::List || isNil(); }
    [[nodiscard]] bool isProperList() const;
    [[nodiscard]] bool isTuple() const { return kind() == Kind::Tuple; }
    [[nodiscard]] bool isTuple(qsizetype size) const { return tupleSize() == size; }
    [[nodiscard]] bool isMap() const { return kind() == Kind::Map; }
    [[nodiscard]] bool isBinary() const { return kind() == Kind::Binary; }
    [[nodiscard]] bool isPid() const { return kind() == Kind::Pid; }
    [[nodiscard]] bool isPort() const { return kind() == Kind::Port; }
    [[nodiscard]] bool isReference() const { return kind() == Kind::Reference; }

    // Numbers.

    [[nodiscard]] std::optional<qint64> toInteger() const;
    [[nodiscard]] std::optional<quint64> toUnsigned() const;
    /// Of a float or an integer (rounded; empty if beyond the range of double).
    [[nodiscard]] std::optional<double> toDouble() const;
    [[nodiscard]] bool isNegative() const;
    /// Bytes of an integer's absolute value, little-endian, without leading zeros. Empty for 0.
    [[nodiscard]] QByteArray magnitude() const;
    /// Decimal digits of an integer. Quadratic in time: see Printer for huge ones.
    [[nodiscard]] QString decimalText() const;

    // Atoms.

    /// The atom's characters, unquoted; empty if not an atom (or the empty atom).
    [[nodiscard]] QString atomText() const;
    /// The same as UTF-8, valid as long as this term or one that shares its arena.
    [[nodiscard]] QByteArrayView atomUtf8() const;
    /// Of the atoms `true` and `false`.
    [[nodiscard]] std::optional<bool> toBoolean() const;

    // Containers.

    /// Elements of a tuple or list (without tail), pairs of a map, bytes of a binary or bitstring (rounded
    /// up), fields of a record, free variables of a fun; 0 for others.
    [[nodiscard]] qsizetype size() const;
    /// -1 if not a tuple.
    [[nodiscard]] qsizetype tupleSize() const;
    /// Element of a tuple or list, counted from 0; invalid if there is none.
    [[nodiscard]] Term at(qsizetype index) const;
    /// Nil for proper lists (and for Nil), else what stands behind the bar; invalid for other kinds.
    [[nodiscard]] Term listTail() const;
    /// Elements of a tuple or list (without tail), nothing for others. Holds this term.
    [[nodiscard]] ElementRange elements() const;
    /// Elements of a proper list.
    [[nodiscard]] std::optional<QList<Term>> toList() const;
    /// Pairs of a map in the order in which they came, or of a native record; nothing for others.
    [[nodiscard]] EntryRange entries() const;
    /// Key and value of a map by position; of a record: field name and value.
    [[nodiscard]] Term keyAt(qsizetype index) const;
    [[nodiscard]] Term valueAt(qsizetype index) const;
    /// Value of a map's key (or of a record's field), invalid if there is none. Linear in the map's size.
    [[nodiscard]] Term value(const Term &key) const;
    [[nodiscard]] Term value(QStringView atomKey) const;
    [[nodiscard]] Term value(QLatin1String atomKey) const;
    [[nodiscard]] bool contains(const Term &key) const { return value(key).isValid(); }

    // Bytes and text.

    /// Bytes of a binary (or bitstring, unused bits zero), copied. Empty for others.
    [[nodiscard]] QByteArray toByteArray() const;
    /// Bytes of a binary without a copy, valid as long as this term or one that shares its arena.
    [[nodiscard]] QByteArrayView bytes() const;
    /// Bits of a binary or bitstring, 0 for others.
    [[nodiscard]] qsizetype bitSize() const;
    /// Bytes of an iolist or binary (nested lists of bytes and binaries); empty if it is neither.
    [[nodiscard]] std::optional<QByteArray> toIoData() const;
    /// Text of chardata: a UTF-8 binary, a list of code points, or nested lists of both. Bytes that
    /// are no UTF-8 are taken as Latin-1, per binary. Empty if it is none of these.
    [[nodiscard]] std::optional<QString> toText() const;

    // Identifiers and functions.

    [[nodiscard]] std::optional<Pid> toPid() const;
    [[nodiscard]] std::optional<Port> toPort() const;
    [[nodiscard]] std::optional<Reference> toReference() const;
    [[nodiscard]] std::optional<ExportedFunction> toExportedFunction() const;
    /// Module of a fun (local or exported) or of a native record; empty for others.
    [[nodiscard]] QString module() const;
    /// Arity of a fun, local or exported; -1 for others.
    [[nodiscard]] int arity() const;
    /// Name of a native record.
    [[nodiscard]] QString recordName() const;
    [[nodiscard]] bool isExportedRecord() const;
    /// A local fun's environment, and the numbers that name its code.
    [[nodiscard]] Term freeVariable(qsizetype index) const;
    [[nodiscard]] quint32 funIndex() const;
    [[nodiscard]] QByteArray funUnique() const;

    // Memory.

    /// A copy that holds nothing but itself: for parts of big messages that are kept for long.
    [[nodiscard]] Term detached() const;
    /// Bytes that this handle keeps alive: cells, atoms and frame.
    [[nodiscard]] qsizetype heldBytes() const;

    /// Erlang's `=:=`: 1 and 1.0 differ, so do 0.0 and -0.0 (OTP 27); maps ignore order. Two invalid
    /// terms are equal.
    friend bool operator==(const Term &a, const Term &b);
    friend bool operator!=(const Term &a, const Term &b) { return !(a == b); }

private:
    friend class TermBuilder;
    friend struct detail::Access;
    Term(const detail::Cell &cell, const detail::Storage *storage);

    detail::Cell m_cell;
    QExplicitlySharedDataPointer<const detail::Storage> m_storage;
};

/// Erlang's term order, with `==`: negative if a < b, 0 if 1 == 1.0, positive if a > b.
/// number < atom < reference < fun < port < pid < tuple < map < nil < list < bitstring; native records
/// follow tuples, invalid terms come first.
[[nodiscard]] int compare(const Term &a, const Term &b);
/// Consistent with operator==.
[[nodiscard]] size_t qHash(const Term &term, size_t seed = 0);

/// Elements of a tuple or list; iterating makes handles.
class ElementRange
{
public:
    class iterator
    {
    public:
        using iterator_category = std::input_iterator_tag;
        using value_type = Term;
        using difference_type = qsizetype;
        using pointer = const Term *;
        using reference = Term;

        iterator() = default;
        iterator(const Term *container, qsizetype index)
            : m_container(container)
            , m_index(index)
        {
        }
        Term operator*() const { return m_container->at(m_index); }
        iterator &operator++()
        {
            ++m_index;
            return *this;
        }
        iterator operator++(int)
        {
            iterator before = *this;
            ++m_index;
            return before;
        }
        friend bool operator==(const iterator &, const iterator &) = default;

    private:
        const Term *m_container = nullptr;
        qsizetype m_index = 0;
    };

    explicit ElementRange(Term container);
    [[nodiscard]] iterator begin() const { return {&m_container, 0}; }
    [[nodiscard]] iterator end() const { return {&m_container, m_size}; }
    [[nodiscard]] qsizetype size() const { return m_size; }

private:
    Term m_container;
    qsizetype m_size;
};

/// Pairs of a map; iterating makes handles: `for (const auto &[key, value] : map.entries())`.
class EntryRange
{
public:
    struct Entry
    {
        Term key;
        Term value;
    };
    class iterator
    {
    public:
        using iterator_category = std::input_iterator_tag;
        using value_type = Entry;
        using difference_type = qsizetype;
        using pointer = const Entry *;
        using reference = Entry;

        iterator() = default;
        iterator(const Term *container, qsizetype index)
            : m_container(container)
            , m_index(index)
        {
        }
        Entry operator*() const { return {m_container->keyAt(m_index), m_container->valueAt(m_index)}; }
        iterator &operator++()
        {
            ++m_index;
            return *this;
        }
        iterator operator++(int)
        {
            iterator before = *this;
            ++m_index;
            return before;
        }
        friend bool operator==(const iterator &, const iterator &) = default;

    private:
        const Term *m_container = nullptr;
        qsizetype m_index = 0;
    };

    explicit EntryRange(Term container);
    [[nodiscard]] iterator begin() const { return {&m_container, 0}; }
    [[nodiscard]] iterator end() const { return {&m_container, m_size}; }
    [[nodiscard]] qsizetype size() const { return m_size; }

private:
    Term m_container;
    qsizetype m_size;
};

} // namespace nodescope::term

Q_DECLARE_METATYPE(nodescope::term::Term)
