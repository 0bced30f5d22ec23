//! stub
/// stub
pub fn playbook() -> serde_json::Value {
    serde_json::Value::Null
}
