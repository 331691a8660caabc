#pragma once

#include <QByteArray>

namespace nodescope::test {

/// Makes the encoded terms of the comparison: written by us, in odd forms that no node writes but all must
/// read, and either of them damaged. The same for the same seed and number on every machine.
class CaseMaker
{
public:
    explicit CaseMaker(quint64 seed)
        : m_seed(seed)
    {
    }

    /// The bytes of case `number`, with their version byte.
    [[nodiscard]] QByteArray make(quint64 number);

private:
    [[nodiscard]] QByteArray intact();
    void mutate(QByteArray &bytes);
    [[nodiscard]] quint32 word();
    [[nodiscard]] int below(int bound) { return int(word() % quint32(bound)); }

    quint64 m_seed;
    quint64 m_state = 0;
};

/// Appends one value in any form of the format, old and roundabout ones too; mostly valid.
class OddTerm
{
public:
    explicit OddTerm(quint64 seed)
        : m_state(seed)
    {
    }
    void append(QByteArray &out, int size);

private:
    void leaf(QByteArray &out);
    void number(QByteArray &out);
    void bytes(QByteArray &out);
    void identifier(QByteArray &out);
    void container(QByteArray &out, int size);
    void map(QByteArray &out, int size);
    void fun(QByteArray &out, int size);
    void record(QByteArray &out, int size);
    void atom(QByteArray &out);
    void smallInteger(QByteArray &out);
    void floatText(QByteArray &out);
    void bigInteger(QByteArray &out);
    void counted(QByteArray &out, quint8 tag, quint32 count);
    void raw(QByteArray &out, int count);
    void word32(QByteArray &out, quint32 value);
    void word16(QByteArray &out, quint32 value);
    [[nodiscard]] quint32 word();
    [[nodiscard]] int below(int bound) { return int(word() % quint32(bound)); }
    /// Mostly a number that fits the field, at times one at its edges.
    [[nodiscard]] quint32 someWord();

    quint64 m_state;
};

/// The generator of both (splitmix64): small, fast and the same everywhere.
[[nodiscard]] quint64 nextRandom(quint64 &state);

} // namespace nodescope::test
