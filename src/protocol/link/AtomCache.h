#pragma once

#include <array>
#include <optional>
#include <vector>

#include <QByteArray>

#include "base/Result.h"

namespace nodescope::protocol {

/// The atoms of one message by their number in its header: what tag 82 refers to. UTF-8 texts.
using HeaderAtoms = std::vector<QByteArray>;

/// Why a distribution header is wrong. All of them end the link: the cache of the two ends differs.
struct HeaderError
{
    enum class Kind : quint8 {
        Truncated,
        EmptySlot, ///< refers to a slot that holds no atom
        BadAtom    ///< no UTF-8 of at most 255 characters
    };
    Kind kind = Kind::Truncated;
    qsizetype offset = 0; ///< in the bytes handed in

    friend bool operator==(const HeaderError &, const HeaderError &) = default;
};

/// The receiving side of the atom cache of one link (erl_ext_dist, "Distribution header"): 2,048 slots,
/// one cache for each direction and connection.
class AtomCache
{
public:
    static constexpr std::size_t Slots = 2048;

    struct Header
    {
        HeaderAtoms atoms;
        qsizetype size = 0;   ///< bytes that the header takes
        int unknownAtoms = 0; ///< how many of the atoms are placeholders: see forget()
    };
    /// Reads the part of a header that begins with the number of references, and stores its new atoms.
    /// After an error the cache is undefined and the link must close.
    [[nodiscard]] base::Result<Header, HeaderError> read(QByteArrayView bytes);

    /// For an observer that has missed messages: any slot may have been set anew since, so none is known
    /// until it is set again. Until then a reference gives a placeholder that names the slot.
    void forget();

    /// The atom in a slot, empty-handed if it is not known.
    [[nodiscard]] std::optional<QByteArray> slot(std::size_t index) const;

private:
    std::vector<QByteArray> m_slots; // null: not known; grows on first use
    bool m_forgotten = false;        // a null slot may hold an atom all the same
};

} // namespace nodescope::protocol
