#pragma once

class QMenu;

namespace nadir::viewer
{
class CaseSession;
class DisplayState;
class ViewCell;

/// The menus of a cell: plane, window, and everything together on a right click.
void fill_plane_menu(QMenu& menu, ViewCell& cell);
void fill_window_menu(QMenu& menu, ViewCell& cell, DisplayState& display, CaseSession& session);
void fill_cell_menu(QMenu& menu, ViewCell& cell, DisplayState& display, CaseSession& session);
}  // namespace nadir::viewer
