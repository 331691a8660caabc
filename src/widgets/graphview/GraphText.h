#pragma once

#include <QCoreApplication>

namespace nodescope::widgets {

/// tr() for what is said of the graph: one context in the translations, "GraphView".
class GraphText
{
    Q_DECLARE_TR_FUNCTIONS(GraphView)
};

} // namespace nodescope::widgets
