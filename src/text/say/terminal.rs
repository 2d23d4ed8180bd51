//! What is said when the terminal is none, refuses, or has to be given back in a hurry.

use super::phrases;

phrases! {
    not_a_terminal => "界面要在终端里打开；要输出到文件或管道，请用 xuncha list、xuncha stats 等命令。", "The screens need a terminal; for a file or a pipe use xuncha list, xuncha stats and the like.";
    terminal_gone => "终端已断开。", "The terminal is gone.";
    terminal_refused(reason: &str) => "终端无法使用：{reason}", "The terminal cannot be used: {reason}";
    stopped_by_own_fault(reason: &str) => "xuncha 因自身错误退出，此前显示「已保存」的内容都在。原因：{reason}", "xuncha stopped because of a fault of its own; all that was shown as saved is safe. Reason: {reason}";
    nowhere_to_stop => "这里没有可以返回的命令行，不能挂起。", "There is no shell to go back to, so xuncha goes on.";
}
