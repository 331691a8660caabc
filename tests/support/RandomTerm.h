#pragma once

#include <QRandomGenerator>

#include "term/Term.h"
#include "term/TermBuilder.h"

namespace nodescope::test {

/// Makes terms of all kinds but local funs, the same ones for the same seed. Edges (limits of integers, long
/// atoms, improper tails, control characters, empty containers) come up far more often than by chance.
class RandomTerm
{
public:
    explicit RandomTerm(quint32 seed);

    /// A term of about `size` values.
    [[nodiscard]] term::Term next(int size = 40);

private:
    void push(term::TermBuilder &builder, int size);
    void pushLeaf(term::TermBuilder &builder);
    void pushNumber(term::TermBuilder &builder);
    void pushBytes(term::TermBuilder &builder);
    void pushIdentifier(term::TermBuilder &builder);
    void pushContainer(term::TermBuilder &builder, int size);
    void pushMap(term::TermBuilder &builder, int size);
    void pushRecord(term::TermBuilder &builder, int size);

    [[nodiscard]] QString atom();
    [[nodiscard]] QString text();
    [[nodiscard]] QByteArray bytes();
    [[nodiscard]] int below(int bound) { return m_random.bounded(bound); }
    [[nodiscard]] quint32 word() { return m_random.generate(); }

    QRandomGenerator m_random;
};

} // namespace nodescope::test
