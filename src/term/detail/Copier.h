#pragma once

#include <vector>

#include "term/detail/AtomIndex.h"
#include "term/detail/Storage.h"

namespace nodescope::term::detail {

/// Copies terms from one storage into another that is being written. Does not recurse.
class Copier
{
public:
    /// What happens to bytes of more than a few words.
    enum class Bytes : quint8 { Share, Copy };

    Copier(Storage &target, AtomIndex &atoms, Bytes bytes);

    /// The root's cell for the target. Invalid if the atoms do not fit.
    [[nodiscard]] Cell copy(const Cell &root, const Storage *source);

private:
    struct Range
    {
        const Cell *from;
        quint64 to;
        quint64 left;
    };

    [[nodiscard]] Cell copyLeaf(const Cell &cell, const Storage *source);
    [[nodiscard]] quint32 copyAtom(quint32 number, const Storage *source);
    [[nodiscard]] const uchar *copyBytes(const Cell &cell, qsizetype size, const Storage *source);

    Storage &m_target;
    AtomIndex &m_atoms;
    Bytes m_bytes;
    std::vector<Range> m_stack;
    const Storage *m_keptLast = nullptr;
    bool m_full = false;
};

} // namespace nodescope::term::detail
