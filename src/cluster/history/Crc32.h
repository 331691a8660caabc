#pragma once

#include <array>

#include <QByteArrayView>

namespace nodescope::cluster {

/// What each byte adds.
constexpr std::array<quint32, 256> crc32Table()
{
    std::array<quint32, 256> table{};
    for (quint32 i = 0; i < 256; ++i) {
        quint32 value = i;
        for (int bit = 0; bit < 8; ++bit)
            value = (value & 1) ? 0xedb88320u ^ (value >> 1) : value >> 1;
        table[i] = value;
    }
    return table;
}

/// The checksum of Ethernet and zip (polynomial 0xEDB88320, reflected), of several pieces in turn.
class Crc32
{
public:
    void add(QByteArrayView bytes)
    {
        static constexpr std::array<quint32, 256> Table = crc32Table();
        for (const char byte : bytes)
            m_state = Table[(m_state ^ static_cast<quint8>(byte)) & 0xff] ^ (m_state >> 8);
    }
    [[nodiscard]] quint32 value() const { return ~m_state; }

private:
    quint32 m_state = 0xffffffffu;
};

} // namespace nodescope::cluster
