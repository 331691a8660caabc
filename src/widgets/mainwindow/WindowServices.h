#pragma once

#include <QSettings>

#include "cluster/ClusterStore.h"
#include "widgets/common/LanguageManager.h"
#include "widgets/common/SelectionModel.h"
#include "widgets/style/ThemeManager.h"

namespace nodescope::widgets {

/// What the window is given by the composition root. All of it must outlive the window.
struct WindowServices
{
    cluster::ClusterStore &store;
    SelectionModel &selection;
    ThemeManager &themes;
    LanguageManager &languages;
    QSettings &settings;
    quint16 epmdPort = 4369; ///< EPMD's port on this machine, where nobody says otherwise
    /// All that came so far, where `store` may be at another moment; null: the store itself.
    const cluster::ClusterStore *line = nullptr;
};

} // namespace nodescope::widgets
