#include "widgets/style/GroupColours.h"

#include <algorithm>
#include <iterator>

namespace nodescope::widgets {

QColor groupColour(int group, const Theme &theme)
{
    static constexpr QRgb Light[] = {0x0072b2, 0xcc79a7, 0x56b4e9, 0x8a7d00, 0x6a3d9a};
    static constexpr QRgb Dark[] = {0x56b4e9, 0xcc79a7, 0x0a84c8, 0xf0e442, 0xb79ae0};
    const auto index = size_t(std::max(0, group)) % std::size(Light);
    return QColor(theme.dark ? Dark[index] : Light[index]);
}

} // namespace nodescope::widgets
