#pragma once

#include <QCoreApplication>

namespace nodescope::widgets {

/// tr() for what is said of figures of nodes: one context in the translations, "FigureWords".
class FigureText
{
    Q_DECLARE_TR_FUNCTIONS(FigureWords)
};

} // namespace nodescope::widgets
