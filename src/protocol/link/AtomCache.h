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
        qsizetype size = 0; ///< bytes that the header takes
    };
    /// Reads the part of a header that begins with the number of references, and stores its new atoms.
    /// After an error the cache is undefined and the link must close.
    [[nodiscard]] base::Result<Header, HeaderError> read(QByteArrayView bytes);

    /// The atom in a slot, empty-handed if it was never set.
    [[nodiscard]] std::optional<QByteArray> slot(std::size_t index) const;

private:
    std::vector<QByteArray> m_slots; // null: not set; grows on first use
};

} // namespace nodescope::protocol
