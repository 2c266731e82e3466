// Generated from src/sandbox/control-schemas.ts by `npm run generate`. Do not edit: change the schemas instead.
// @ts-nocheck

export const OrderId = validate53;
const schema20 = {"type":"integer","minimum":1,"maximum":2147483647};

function validate53(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate53.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
validate53.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 2147483647 || isNaN(data)){
validate53.errors = [{instancePath,schemaPath:"#/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647}}];
return false;
}
else {
if(data < 1 || isNaN(data)){
validate53.errors = [{instancePath,schemaPath:"#/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
}
validate53.errors = vErrors;
return errors === 0;
}
validate53.evaluated = {"dynamicProps":false,"dynamicItems":false};

export const PlanStep = validate54;
const schema21 = {"type":"object","properties":{"event":{"type":"string","enum":["cancel-taken","cancel-confirmed","cancel-rejected","part-filled","filled","expired","replace-taken","replaced","accepted","rejected","suspended","resumed","done-for-day","restated"]},"after":{"type":"number","minimum":0,"maximum":1000},"share":{"type":"number","minimum":0,"maximum":1}},"required":["event","after"],"additionalProperties":false};

function validate54(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate54.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.event === undefined) && (missing0 = "event")) || ((data.after === undefined) && (missing0 = "after"))){
validate54.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "event") || (key0 === "after")) || (key0 === "share"))){
validate54.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.event !== undefined){
let data0 = data.event;
const _errs2 = errors;
if(typeof data0 !== "string"){
validate54.errors = [{instancePath:instancePath+"/event",schemaPath:"#/properties/event/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((((((((((((((data0 === "cancel-taken") || (data0 === "cancel-confirmed")) || (data0 === "cancel-rejected")) || (data0 === "part-filled")) || (data0 === "filled")) || (data0 === "expired")) || (data0 === "replace-taken")) || (data0 === "replaced")) || (data0 === "accepted")) || (data0 === "rejected")) || (data0 === "suspended")) || (data0 === "resumed")) || (data0 === "done-for-day")) || (data0 === "restated"))){
validate54.errors = [{instancePath:instancePath+"/event",schemaPath:"#/properties/event/enum",keyword:"enum",params:{allowedValues: schema21.properties.event.enum}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.after !== undefined){
let data1 = data.after;
const _errs4 = errors;
if(errors === _errs4){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 1000 || isNaN(data1)){
validate54.errors = [{instancePath:instancePath+"/after",schemaPath:"#/properties/after/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000}}];
return false;
}
else {
if(data1 < 0 || isNaN(data1)){
validate54.errors = [{instancePath:instancePath+"/after",schemaPath:"#/properties/after/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
else {
validate54.errors = [{instancePath:instancePath+"/after",schemaPath:"#/properties/after/type",keyword:"type",params:{type: "number"}}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.share !== undefined){
let data2 = data.share;
const _errs6 = errors;
if(errors === _errs6){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 1 || isNaN(data2)){
validate54.errors = [{instancePath:instancePath+"/share",schemaPath:"#/properties/share/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}}];
return false;
}
else {
if(data2 < 0 || isNaN(data2)){
validate54.errors = [{instancePath:instancePath+"/share",schemaPath:"#/properties/share/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
else {
validate54.errors = [{instancePath:instancePath+"/share",schemaPath:"#/properties/share/type",keyword:"type",params:{type: "number"}}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
validate54.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate54.errors = vErrors;
return errors === 0;
}
validate54.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const OrderChange = validate55;
const schema22 = {"type":"object","properties":{"accountId":{"type":"integer","minimum":1,"maximum":2147483647},"status":{"type":"string","enum":["New","PartiallyFilled","Filled","DoneForDay","Canceled","Replaced","PendingCancel","Stopped","Rejected","Suspended","PendingNew","Calculated","Expired","AcceptedForBidding","PendingReplace","Error","Held"]},"side":{"type":"string","enum":["Buy","Sell","SellShort","BuyToCover"]},"type":{"type":"string","pattern":"^[\\w .-]{1,60}$"},"securityId":{"type":"integer","minimum":1,"maximum":2147483647},"securityType":{"type":"string","pattern":"^[\\w .-]{1,60}$"},"quantity":{"type":"number","minimum":0,"maximum":1000000000},"executed":{"type":"number","minimum":0,"maximum":1000000000},"price":{"type":"number","minimum":-1000000000,"maximum":1000000000},"timeInForce":{"type":"string","pattern":"^[\\w .-]{1,60}$"},"parentId":{"type":"integer","minimum":-1,"maximum":2147483647},"replaces":{"type":"integer","minimum":1,"maximum":2147483647},"successorId":{"type":"integer","minimum":1,"maximum":2147483647},"plan":{"type":"array","items":{"$ref":"#/components/schemas/PlanStep"},"maxItems":100},"fault":{"type":"string","enum":["401","403","404","429","503","lost-before","lost-after","reset","reset-after","never","never-after","500-before","500-after","503-after","html","html-after","204-body","200-object","truncated","409-empty"]},"refuse":{"type":"string","pattern":"^[45]\\d\\d( [\\w-]{1,60})?$"}},"additionalProperties":false};
const func1 = Object.prototype.hasOwnProperty;
const pattern3 = new RegExp("^[\\w .-]{1,60}$", "u");
const pattern6 = new RegExp("^[45]\\d\\d( [\\w-]{1,60})?$", "u");

function validate55(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate55.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!(func1.call(schema22.properties, key0))){
validate55.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.accountId !== undefined){
let data0 = data.accountId;
const _errs2 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate55.errors = [{instancePath:instancePath+"/accountId",schemaPath:"#/properties/accountId/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs2){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 2147483647 || isNaN(data0)){
validate55.errors = [{instancePath:instancePath+"/accountId",schemaPath:"#/properties/accountId/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647}}];
return false;
}
else {
if(data0 < 1 || isNaN(data0)){
validate55.errors = [{instancePath:instancePath+"/accountId",schemaPath:"#/properties/accountId/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.status !== undefined){
let data1 = data.status;
const _errs4 = errors;
if(typeof data1 !== "string"){
validate55.errors = [{instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((((((((((((((((data1 === "New") || (data1 === "PartiallyFilled")) || (data1 === "Filled")) || (data1 === "DoneForDay")) || (data1 === "Canceled")) || (data1 === "Replaced")) || (data1 === "PendingCancel")) || (data1 === "Stopped")) || (data1 === "Rejected")) || (data1 === "Suspended")) || (data1 === "PendingNew")) || (data1 === "Calculated")) || (data1 === "Expired")) || (data1 === "AcceptedForBidding")) || (data1 === "PendingReplace")) || (data1 === "Error")) || (data1 === "Held"))){
validate55.errors = [{instancePath:instancePath+"/status",schemaPath:"#/properties/status/enum",keyword:"enum",params:{allowedValues: schema22.properties.status.enum}}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.side !== undefined){
let data2 = data.side;
const _errs6 = errors;
if(typeof data2 !== "string"){
validate55.errors = [{instancePath:instancePath+"/side",schemaPath:"#/properties/side/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((((data2 === "Buy") || (data2 === "Sell")) || (data2 === "SellShort")) || (data2 === "BuyToCover"))){
validate55.errors = [{instancePath:instancePath+"/side",schemaPath:"#/properties/side/enum",keyword:"enum",params:{allowedValues: schema22.properties.side.enum}}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.type !== undefined){
let data3 = data.type;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data3 === "string"){
if(!pattern3.test(data3)){
validate55.errors = [{instancePath:instancePath+"/type",schemaPath:"#/properties/type/pattern",keyword:"pattern",params:{pattern: "^[\\w .-]{1,60}$"}}];
return false;
}
}
else {
validate55.errors = [{instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.securityId !== undefined){
let data4 = data.securityId;
const _errs10 = errors;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
validate55.errors = [{instancePath:instancePath+"/securityId",schemaPath:"#/properties/securityId/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs10){
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 2147483647 || isNaN(data4)){
validate55.errors = [{instancePath:instancePath+"/securityId",schemaPath:"#/properties/securityId/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647}}];
return false;
}
else {
if(data4 < 1 || isNaN(data4)){
validate55.errors = [{instancePath:instancePath+"/securityId",schemaPath:"#/properties/securityId/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.securityType !== undefined){
let data5 = data.securityType;
const _errs12 = errors;
if(errors === _errs12){
if(typeof data5 === "string"){
if(!pattern3.test(data5)){
validate55.errors = [{instancePath:instancePath+"/securityType",schemaPath:"#/properties/securityType/pattern",keyword:"pattern",params:{pattern: "^[\\w .-]{1,60}$"}}];
return false;
}
}
else {
validate55.errors = [{instancePath:instancePath+"/securityType",schemaPath:"#/properties/securityType/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.quantity !== undefined){
let data6 = data.quantity;
const _errs14 = errors;
if(errors === _errs14){
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 1000000000 || isNaN(data6)){
validate55.errors = [{instancePath:instancePath+"/quantity",schemaPath:"#/properties/quantity/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000}}];
return false;
}
else {
if(data6 < 0 || isNaN(data6)){
validate55.errors = [{instancePath:instancePath+"/quantity",schemaPath:"#/properties/quantity/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
else {
validate55.errors = [{instancePath:instancePath+"/quantity",schemaPath:"#/properties/quantity/type",keyword:"type",params:{type: "number"}}];
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.executed !== undefined){
let data7 = data.executed;
const _errs16 = errors;
if(errors === _errs16){
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 1000000000 || isNaN(data7)){
validate55.errors = [{instancePath:instancePath+"/executed",schemaPath:"#/properties/executed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000}}];
return false;
}
else {
if(data7 < 0 || isNaN(data7)){
validate55.errors = [{instancePath:instancePath+"/executed",schemaPath:"#/properties/executed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
else {
validate55.errors = [{instancePath:instancePath+"/executed",schemaPath:"#/properties/executed/type",keyword:"type",params:{type: "number"}}];
return false;
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.price !== undefined){
let data8 = data.price;
const _errs18 = errors;
if(errors === _errs18){
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 > 1000000000 || isNaN(data8)){
validate55.errors = [{instancePath:instancePath+"/price",schemaPath:"#/properties/price/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000}}];
return false;
}
else {
if(data8 < -1000000000 || isNaN(data8)){
validate55.errors = [{instancePath:instancePath+"/price",schemaPath:"#/properties/price/minimum",keyword:"minimum",params:{comparison: ">=", limit: -1000000000}}];
return false;
}
}
}
else {
validate55.errors = [{instancePath:instancePath+"/price",schemaPath:"#/properties/price/type",keyword:"type",params:{type: "number"}}];
return false;
}
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.timeInForce !== undefined){
let data9 = data.timeInForce;
const _errs20 = errors;
if(errors === _errs20){
if(typeof data9 === "string"){
if(!pattern3.test(data9)){
validate55.errors = [{instancePath:instancePath+"/timeInForce",schemaPath:"#/properties/timeInForce/pattern",keyword:"pattern",params:{pattern: "^[\\w .-]{1,60}$"}}];
return false;
}
}
else {
validate55.errors = [{instancePath:instancePath+"/timeInForce",schemaPath:"#/properties/timeInForce/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.parentId !== undefined){
let data10 = data.parentId;
const _errs22 = errors;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
validate55.errors = [{instancePath:instancePath+"/parentId",schemaPath:"#/properties/parentId/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs22){
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 2147483647 || isNaN(data10)){
validate55.errors = [{instancePath:instancePath+"/parentId",schemaPath:"#/properties/parentId/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647}}];
return false;
}
else {
if(data10 < -1 || isNaN(data10)){
validate55.errors = [{instancePath:instancePath+"/parentId",schemaPath:"#/properties/parentId/minimum",keyword:"minimum",params:{comparison: ">=", limit: -1}}];
return false;
}
}
}
}
var valid0 = _errs22 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.replaces !== undefined){
let data11 = data.replaces;
const _errs24 = errors;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
validate55.errors = [{instancePath:instancePath+"/replaces",schemaPath:"#/properties/replaces/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs24){
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 2147483647 || isNaN(data11)){
validate55.errors = [{instancePath:instancePath+"/replaces",schemaPath:"#/properties/replaces/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647}}];
return false;
}
else {
if(data11 < 1 || isNaN(data11)){
validate55.errors = [{instancePath:instancePath+"/replaces",schemaPath:"#/properties/replaces/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
}
var valid0 = _errs24 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.successorId !== undefined){
let data12 = data.successorId;
const _errs26 = errors;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
validate55.errors = [{instancePath:instancePath+"/successorId",schemaPath:"#/properties/successorId/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs26){
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 > 2147483647 || isNaN(data12)){
validate55.errors = [{instancePath:instancePath+"/successorId",schemaPath:"#/properties/successorId/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647}}];
return false;
}
else {
if(data12 < 1 || isNaN(data12)){
validate55.errors = [{instancePath:instancePath+"/successorId",schemaPath:"#/properties/successorId/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
}
var valid0 = _errs26 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.plan !== undefined){
let data13 = data.plan;
const _errs28 = errors;
if(errors === _errs28){
if(Array.isArray(data13)){
if(data13.length > 100){
validate55.errors = [{instancePath:instancePath+"/plan",schemaPath:"#/properties/plan/maxItems",keyword:"maxItems",params:{limit: 100}}];
return false;
}
else {
var valid1 = true;
const len0 = data13.length;
for(let i0=0; i0<len0; i0++){
const _errs30 = errors;
if(!(validate54(data13[i0], {instancePath:instancePath+"/plan/" + i0,parentData:data13,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
var valid1 = _errs30 === errors;
if(!valid1){
break;
}
}
}
}
else {
validate55.errors = [{instancePath:instancePath+"/plan",schemaPath:"#/properties/plan/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs28 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.fault !== undefined){
let data15 = data.fault;
const _errs31 = errors;
if(typeof data15 !== "string"){
validate55.errors = [{instancePath:instancePath+"/fault",schemaPath:"#/properties/fault/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((((((((((((((((((((data15 === "401") || (data15 === "403")) || (data15 === "404")) || (data15 === "429")) || (data15 === "503")) || (data15 === "lost-before")) || (data15 === "lost-after")) || (data15 === "reset")) || (data15 === "reset-after")) || (data15 === "never")) || (data15 === "never-after")) || (data15 === "500-before")) || (data15 === "500-after")) || (data15 === "503-after")) || (data15 === "html")) || (data15 === "html-after")) || (data15 === "204-body")) || (data15 === "200-object")) || (data15 === "truncated")) || (data15 === "409-empty"))){
validate55.errors = [{instancePath:instancePath+"/fault",schemaPath:"#/properties/fault/enum",keyword:"enum",params:{allowedValues: schema22.properties.fault.enum}}];
return false;
}
var valid0 = _errs31 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.refuse !== undefined){
let data16 = data.refuse;
const _errs33 = errors;
if(errors === _errs33){
if(typeof data16 === "string"){
if(!pattern6.test(data16)){
validate55.errors = [{instancePath:instancePath+"/refuse",schemaPath:"#/properties/refuse/pattern",keyword:"pattern",params:{pattern: "^[45]\\d\\d( [\\w-]{1,60})?$"}}];
return false;
}
}
else {
validate55.errors = [{instancePath:instancePath+"/refuse",schemaPath:"#/properties/refuse/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs33 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate55.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate55.errors = vErrors;
return errors === 0;
}
validate55.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const Fill = validate57;
const schema23 = {"type":"object","properties":{"quantity":{"type":"number","exclusiveMinimum":0,"maximum":1000000000}},"additionalProperties":false};

function validate57(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate57.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!(key0 === "quantity")){
validate57.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.quantity !== undefined){
let data0 = data.quantity;
const _errs2 = errors;
if(errors === _errs2){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 1000000000 || isNaN(data0)){
validate57.errors = [{instancePath:instancePath+"/quantity",schemaPath:"#/properties/quantity/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000}}];
return false;
}
else {
if(data0 <= 0 || isNaN(data0)){
validate57.errors = [{instancePath:instancePath+"/quantity",schemaPath:"#/properties/quantity/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}}];
return false;
}
}
}
else {
validate57.errors = [{instancePath:instancePath+"/quantity",schemaPath:"#/properties/quantity/type",keyword:"type",params:{type: "number"}}];
return false;
}
}
}
}
}
else {
validate57.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate57.errors = vErrors;
return errors === 0;
}
validate57.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const Event = validate58;
const schema24 = {"type":"object","properties":{"event":{"type":"string","enum":["cancel-taken","cancel-confirmed","cancel-rejected","part-filled","filled","expired","replace-taken","replaced","accepted","rejected","suspended","resumed","done-for-day","restated"]},"inMs":{"type":"number","minimum":0,"maximum":31622400000},"quantity":{"type":"number","exclusiveMinimum":0,"maximum":1000000000}},"required":["event"],"additionalProperties":false};

function validate58(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate58.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.event === undefined) && (missing0 = "event")){
validate58.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "event") || (key0 === "inMs")) || (key0 === "quantity"))){
validate58.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.event !== undefined){
let data0 = data.event;
const _errs2 = errors;
if(typeof data0 !== "string"){
validate58.errors = [{instancePath:instancePath+"/event",schemaPath:"#/properties/event/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((((((((((((((data0 === "cancel-taken") || (data0 === "cancel-confirmed")) || (data0 === "cancel-rejected")) || (data0 === "part-filled")) || (data0 === "filled")) || (data0 === "expired")) || (data0 === "replace-taken")) || (data0 === "replaced")) || (data0 === "accepted")) || (data0 === "rejected")) || (data0 === "suspended")) || (data0 === "resumed")) || (data0 === "done-for-day")) || (data0 === "restated"))){
validate58.errors = [{instancePath:instancePath+"/event",schemaPath:"#/properties/event/enum",keyword:"enum",params:{allowedValues: schema24.properties.event.enum}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.inMs !== undefined){
let data1 = data.inMs;
const _errs4 = errors;
if(errors === _errs4){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 31622400000 || isNaN(data1)){
validate58.errors = [{instancePath:instancePath+"/inMs",schemaPath:"#/properties/inMs/maximum",keyword:"maximum",params:{comparison: "<=", limit: 31622400000}}];
return false;
}
else {
if(data1 < 0 || isNaN(data1)){
validate58.errors = [{instancePath:instancePath+"/inMs",schemaPath:"#/properties/inMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
else {
validate58.errors = [{instancePath:instancePath+"/inMs",schemaPath:"#/properties/inMs/type",keyword:"type",params:{type: "number"}}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.quantity !== undefined){
let data2 = data.quantity;
const _errs6 = errors;
if(errors === _errs6){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 1000000000 || isNaN(data2)){
validate58.errors = [{instancePath:instancePath+"/quantity",schemaPath:"#/properties/quantity/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000}}];
return false;
}
else {
if(data2 <= 0 || isNaN(data2)){
validate58.errors = [{instancePath:instancePath+"/quantity",schemaPath:"#/properties/quantity/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}}];
return false;
}
}
}
else {
validate58.errors = [{instancePath:instancePath+"/quantity",schemaPath:"#/properties/quantity/type",keyword:"type",params:{type: "number"}}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
validate58.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate58.errors = vErrors;
return errors === 0;
}
validate58.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const Match = validate59;
const schema25 = {"type":"object","properties":{"operation":{"type":"string","pattern":"^[\\w .-]{1,60}$"},"method":{"type":"string","pattern":"^[\\w .-]{1,60}$"},"accountId":{"type":"integer","minimum":1,"maximum":2147483647},"orderId":{"type":"integer","minimum":1,"maximum":2147483647}},"additionalProperties":false};

function validate59(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate59.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "operation") || (key0 === "method")) || (key0 === "accountId")) || (key0 === "orderId"))){
validate59.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.operation !== undefined){
let data0 = data.operation;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(!pattern3.test(data0)){
validate59.errors = [{instancePath:instancePath+"/operation",schemaPath:"#/properties/operation/pattern",keyword:"pattern",params:{pattern: "^[\\w .-]{1,60}$"}}];
return false;
}
}
else {
validate59.errors = [{instancePath:instancePath+"/operation",schemaPath:"#/properties/operation/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.method !== undefined){
let data1 = data.method;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(!pattern3.test(data1)){
validate59.errors = [{instancePath:instancePath+"/method",schemaPath:"#/properties/method/pattern",keyword:"pattern",params:{pattern: "^[\\w .-]{1,60}$"}}];
return false;
}
}
else {
validate59.errors = [{instancePath:instancePath+"/method",schemaPath:"#/properties/method/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.accountId !== undefined){
let data2 = data.accountId;
const _errs6 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate59.errors = [{instancePath:instancePath+"/accountId",schemaPath:"#/properties/accountId/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs6){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 2147483647 || isNaN(data2)){
validate59.errors = [{instancePath:instancePath+"/accountId",schemaPath:"#/properties/accountId/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647}}];
return false;
}
else {
if(data2 < 1 || isNaN(data2)){
validate59.errors = [{instancePath:instancePath+"/accountId",schemaPath:"#/properties/accountId/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.orderId !== undefined){
let data3 = data.orderId;
const _errs8 = errors;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
validate59.errors = [{instancePath:instancePath+"/orderId",schemaPath:"#/properties/orderId/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs8){
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 2147483647 || isNaN(data3)){
validate59.errors = [{instancePath:instancePath+"/orderId",schemaPath:"#/properties/orderId/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647}}];
return false;
}
else {
if(data3 < 1 || isNaN(data3)){
validate59.errors = [{instancePath:instancePath+"/orderId",schemaPath:"#/properties/orderId/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
validate59.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate59.errors = vErrors;
return errors === 0;
}
validate59.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const ScriptedAnswer = validate60;
const schema26 = {"type":"object","properties":{"status":{"type":"integer","minimum":200,"maximum":599},"example":{"type":"string","pattern":"^[\\w .-]{1,60}$"}},"required":["status"],"additionalProperties":false};

function validate60(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate60.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.status === undefined) && (missing0 = "status")){
validate60.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "status") || (key0 === "example"))){
validate60.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.status !== undefined){
let data0 = data.status;
const _errs2 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate60.errors = [{instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs2){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 599 || isNaN(data0)){
validate60.errors = [{instancePath:instancePath+"/status",schemaPath:"#/properties/status/maximum",keyword:"maximum",params:{comparison: "<=", limit: 599}}];
return false;
}
else {
if(data0 < 200 || isNaN(data0)){
validate60.errors = [{instancePath:instancePath+"/status",schemaPath:"#/properties/status/minimum",keyword:"minimum",params:{comparison: ">=", limit: 200}}];
return false;
}
}
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.example !== undefined){
let data1 = data.example;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(!pattern3.test(data1)){
validate60.errors = [{instancePath:instancePath+"/example",schemaPath:"#/properties/example/pattern",keyword:"pattern",params:{pattern: "^[\\w .-]{1,60}$"}}];
return false;
}
}
else {
validate60.errors = [{instancePath:instancePath+"/example",schemaPath:"#/properties/example/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate60.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate60.errors = vErrors;
return errors === 0;
}
validate60.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const ScriptStep = validate61;
const schema27 = {"type":"object","properties":{"match":{"$ref":"#/components/schemas/Match"},"fault":{"type":"string","enum":["401","403","404","429","503","lost-before","lost-after","reset","reset-after","never","never-after","500-before","500-after","503-after","html","html-after","204-body","200-object","truncated","409-empty"]},"answer":{"$ref":"#/components/schemas/ScriptedAnswer"},"delayMs":{"type":"number","minimum":0,"maximum":86400000},"times":{"type":"integer","minimum":1,"maximum":1000000}},"additionalProperties":false};

function validate61(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate61.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "match") || (key0 === "fault")) || (key0 === "answer")) || (key0 === "delayMs")) || (key0 === "times"))){
validate61.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.match !== undefined){
const _errs2 = errors;
if(!(validate59(data.match, {instancePath:instancePath+"/match",parentData:data,parentDataProperty:"match",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
errors = vErrors.length;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.fault !== undefined){
let data1 = data.fault;
const _errs3 = errors;
if(typeof data1 !== "string"){
validate61.errors = [{instancePath:instancePath+"/fault",schemaPath:"#/properties/fault/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((((((((((((((((((((data1 === "401") || (data1 === "403")) || (data1 === "404")) || (data1 === "429")) || (data1 === "503")) || (data1 === "lost-before")) || (data1 === "lost-after")) || (data1 === "reset")) || (data1 === "reset-after")) || (data1 === "never")) || (data1 === "never-after")) || (data1 === "500-before")) || (data1 === "500-after")) || (data1 === "503-after")) || (data1 === "html")) || (data1 === "html-after")) || (data1 === "204-body")) || (data1 === "200-object")) || (data1 === "truncated")) || (data1 === "409-empty"))){
validate61.errors = [{instancePath:instancePath+"/fault",schemaPath:"#/properties/fault/enum",keyword:"enum",params:{allowedValues: schema27.properties.fault.enum}}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.answer !== undefined){
const _errs5 = errors;
if(!(validate60(data.answer, {instancePath:instancePath+"/answer",parentData:data,parentDataProperty:"answer",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
errors = vErrors.length;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.delayMs !== undefined){
let data3 = data.delayMs;
const _errs6 = errors;
if(errors === _errs6){
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 86400000 || isNaN(data3)){
validate61.errors = [{instancePath:instancePath+"/delayMs",schemaPath:"#/properties/delayMs/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400000}}];
return false;
}
else {
if(data3 < 0 || isNaN(data3)){
validate61.errors = [{instancePath:instancePath+"/delayMs",schemaPath:"#/properties/delayMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/delayMs",schemaPath:"#/properties/delayMs/type",keyword:"type",params:{type: "number"}}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.times !== undefined){
let data4 = data.times;
const _errs8 = errors;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
validate61.errors = [{instancePath:instancePath+"/times",schemaPath:"#/properties/times/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs8){
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 1000000 || isNaN(data4)){
validate61.errors = [{instancePath:instancePath+"/times",schemaPath:"#/properties/times/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000}}];
return false;
}
else {
if(data4 < 1 || isNaN(data4)){
validate61.errors = [{instancePath:instancePath+"/times",schemaPath:"#/properties/times/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
validate61.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate61.errors = vErrors;
return errors === 0;
}
validate61.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const ScriptSteps = validate64;
const schema28 = {"type":"array","items":{"$ref":"#/components/schemas/ScriptStep"},"maxItems":1000};

function validate64(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate64.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 1000){
validate64.errors = [{instancePath,schemaPath:"#/maxItems",keyword:"maxItems",params:{limit: 1000}}];
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate61(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
errors = vErrors.length;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
else {
validate64.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
validate64.errors = vErrors;
return errors === 0;
}
validate64.evaluated = {"items":true,"dynamicProps":false,"dynamicItems":false};

export const SwitchChange = validate66;
const schema29 = {"type":"object","properties":{"wrongAppKey":{"type":"string","enum":["401","403"]},"tokenLife":{"type":"string","enum":["60m","60m-idle","24h"]},"success":{"type":"string","enum":["204","200"]},"filledOrder":{"type":"string","enum":["409","422"]},"unknownOrder":{"type":"string","enum":["404","409"]},"foreignAccount":{"type":"string","enum":["401","403"]},"wrongAccount500":{"type":"string","enum":["stays","passes"]},"replayAfter401":{"type":"string","enum":["accepted","refused"]},"limitsPer":{"type":"string","enum":["account","token"]},"secondCancel":{"type":"string","enum":["409","204"]},"errorBodies":{"type":"string","enum":["documented","empty"]}},"additionalProperties":false};

function validate66(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate66.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!(func1.call(schema29.properties, key0))){
validate66.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.wrongAppKey !== undefined){
let data0 = data.wrongAppKey;
const _errs2 = errors;
if(typeof data0 !== "string"){
validate66.errors = [{instancePath:instancePath+"/wrongAppKey",schemaPath:"#/properties/wrongAppKey/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data0 === "401") || (data0 === "403"))){
validate66.errors = [{instancePath:instancePath+"/wrongAppKey",schemaPath:"#/properties/wrongAppKey/enum",keyword:"enum",params:{allowedValues: schema29.properties.wrongAppKey.enum}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.tokenLife !== undefined){
let data1 = data.tokenLife;
const _errs4 = errors;
if(typeof data1 !== "string"){
validate66.errors = [{instancePath:instancePath+"/tokenLife",schemaPath:"#/properties/tokenLife/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((data1 === "60m") || (data1 === "60m-idle")) || (data1 === "24h"))){
validate66.errors = [{instancePath:instancePath+"/tokenLife",schemaPath:"#/properties/tokenLife/enum",keyword:"enum",params:{allowedValues: schema29.properties.tokenLife.enum}}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.success !== undefined){
let data2 = data.success;
const _errs6 = errors;
if(typeof data2 !== "string"){
validate66.errors = [{instancePath:instancePath+"/success",schemaPath:"#/properties/success/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data2 === "204") || (data2 === "200"))){
validate66.errors = [{instancePath:instancePath+"/success",schemaPath:"#/properties/success/enum",keyword:"enum",params:{allowedValues: schema29.properties.success.enum}}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.filledOrder !== undefined){
let data3 = data.filledOrder;
const _errs8 = errors;
if(typeof data3 !== "string"){
validate66.errors = [{instancePath:instancePath+"/filledOrder",schemaPath:"#/properties/filledOrder/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data3 === "409") || (data3 === "422"))){
validate66.errors = [{instancePath:instancePath+"/filledOrder",schemaPath:"#/properties/filledOrder/enum",keyword:"enum",params:{allowedValues: schema29.properties.filledOrder.enum}}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.unknownOrder !== undefined){
let data4 = data.unknownOrder;
const _errs10 = errors;
if(typeof data4 !== "string"){
validate66.errors = [{instancePath:instancePath+"/unknownOrder",schemaPath:"#/properties/unknownOrder/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data4 === "404") || (data4 === "409"))){
validate66.errors = [{instancePath:instancePath+"/unknownOrder",schemaPath:"#/properties/unknownOrder/enum",keyword:"enum",params:{allowedValues: schema29.properties.unknownOrder.enum}}];
return false;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.foreignAccount !== undefined){
let data5 = data.foreignAccount;
const _errs12 = errors;
if(typeof data5 !== "string"){
validate66.errors = [{instancePath:instancePath+"/foreignAccount",schemaPath:"#/properties/foreignAccount/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data5 === "401") || (data5 === "403"))){
validate66.errors = [{instancePath:instancePath+"/foreignAccount",schemaPath:"#/properties/foreignAccount/enum",keyword:"enum",params:{allowedValues: schema29.properties.foreignAccount.enum}}];
return false;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.wrongAccount500 !== undefined){
let data6 = data.wrongAccount500;
const _errs14 = errors;
if(typeof data6 !== "string"){
validate66.errors = [{instancePath:instancePath+"/wrongAccount500",schemaPath:"#/properties/wrongAccount500/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data6 === "stays") || (data6 === "passes"))){
validate66.errors = [{instancePath:instancePath+"/wrongAccount500",schemaPath:"#/properties/wrongAccount500/enum",keyword:"enum",params:{allowedValues: schema29.properties.wrongAccount500.enum}}];
return false;
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.replayAfter401 !== undefined){
let data7 = data.replayAfter401;
const _errs16 = errors;
if(typeof data7 !== "string"){
validate66.errors = [{instancePath:instancePath+"/replayAfter401",schemaPath:"#/properties/replayAfter401/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data7 === "accepted") || (data7 === "refused"))){
validate66.errors = [{instancePath:instancePath+"/replayAfter401",schemaPath:"#/properties/replayAfter401/enum",keyword:"enum",params:{allowedValues: schema29.properties.replayAfter401.enum}}];
return false;
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.limitsPer !== undefined){
let data8 = data.limitsPer;
const _errs18 = errors;
if(typeof data8 !== "string"){
validate66.errors = [{instancePath:instancePath+"/limitsPer",schemaPath:"#/properties/limitsPer/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data8 === "account") || (data8 === "token"))){
validate66.errors = [{instancePath:instancePath+"/limitsPer",schemaPath:"#/properties/limitsPer/enum",keyword:"enum",params:{allowedValues: schema29.properties.limitsPer.enum}}];
return false;
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.secondCancel !== undefined){
let data9 = data.secondCancel;
const _errs20 = errors;
if(typeof data9 !== "string"){
validate66.errors = [{instancePath:instancePath+"/secondCancel",schemaPath:"#/properties/secondCancel/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data9 === "409") || (data9 === "204"))){
validate66.errors = [{instancePath:instancePath+"/secondCancel",schemaPath:"#/properties/secondCancel/enum",keyword:"enum",params:{allowedValues: schema29.properties.secondCancel.enum}}];
return false;
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.errorBodies !== undefined){
let data10 = data.errorBodies;
const _errs22 = errors;
if(typeof data10 !== "string"){
validate66.errors = [{instancePath:instancePath+"/errorBodies",schemaPath:"#/properties/errorBodies/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data10 === "documented") || (data10 === "empty"))){
validate66.errors = [{instancePath:instancePath+"/errorBodies",schemaPath:"#/properties/errorBodies/enum",keyword:"enum",params:{allowedValues: schema29.properties.errorBodies.enum}}];
return false;
}
var valid0 = _errs22 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate66.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate66.errors = vErrors;
return errors === 0;
}
validate66.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const Time = validate67;
const schema30 = {"anyOf":[{"type":"number","minimum":0,"maximum":86400000},{"type":"array","items":{"type":"number","minimum":0,"maximum":86400000},"minItems":2,"maxItems":2}]};

function validate67(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate67.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(errors === _errs1){
if((typeof data == "number") && (isFinite(data))){
if(data > 86400000 || isNaN(data)){
const err0 = {instancePath,schemaPath:"#/anyOf/0/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400000}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
if(data < 0 || isNaN(data)){
const err1 = {instancePath,schemaPath:"#/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/anyOf/0/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
const _errs3 = errors;
if(errors === _errs3){
if(Array.isArray(data)){
if(data.length > 2){
const err3 = {instancePath,schemaPath:"#/anyOf/1/maxItems",keyword:"maxItems",params:{limit: 2}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
if(data.length < 2){
const err4 = {instancePath,schemaPath:"#/anyOf/1/minItems",keyword:"minItems",params:{limit: 2}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
else {
var valid1 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
const _errs5 = errors;
if(errors === _errs5){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 86400000 || isNaN(data0)){
const err5 = {instancePath:instancePath+"/" + i0,schemaPath:"#/anyOf/1/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400000}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
else {
if(data0 < 0 || isNaN(data0)){
const err6 = {instancePath:instancePath+"/" + i0,schemaPath:"#/anyOf/1/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath:instancePath+"/" + i0,schemaPath:"#/anyOf/1/items/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
var valid1 = _errs5 === errors;
if(!valid1){
break;
}
}
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
if(_valid0){
var items0 = true;
}
if(!valid0){
const err9 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
validate67.errors = vErrors;
return false;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate67.errors = vErrors;
evaluated0.items = items0;
return errors === 0;
}
validate67.evaluated = {"dynamicProps":false,"dynamicItems":true};

export const TimingChange = validate68;
const schema31 = {"type":"object","properties":{"latency":{"$ref":"#/components/schemas/Time"},"venueMs":{"$ref":"#/components/schemas/Time"},"venueReadMs":{"type":"number","minimum":0,"maximum":86400000},"readLagMs":{"$ref":"#/components/schemas/Time"}},"additionalProperties":false};

function validate68(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate68.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "latency") || (key0 === "venueMs")) || (key0 === "venueReadMs")) || (key0 === "readLagMs"))){
validate68.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.latency !== undefined){
const _errs2 = errors;
if(!(validate67(data.latency, {instancePath:instancePath+"/latency",parentData:data,parentDataProperty:"latency",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors);
errors = vErrors.length;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.venueMs !== undefined){
const _errs3 = errors;
if(!(validate67(data.venueMs, {instancePath:instancePath+"/venueMs",parentData:data,parentDataProperty:"venueMs",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors);
errors = vErrors.length;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.venueReadMs !== undefined){
let data2 = data.venueReadMs;
const _errs4 = errors;
if(errors === _errs4){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 86400000 || isNaN(data2)){
validate68.errors = [{instancePath:instancePath+"/venueReadMs",schemaPath:"#/properties/venueReadMs/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400000}}];
return false;
}
else {
if(data2 < 0 || isNaN(data2)){
validate68.errors = [{instancePath:instancePath+"/venueReadMs",schemaPath:"#/properties/venueReadMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
else {
validate68.errors = [{instancePath:instancePath+"/venueReadMs",schemaPath:"#/properties/venueReadMs/type",keyword:"type",params:{type: "number"}}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.readLagMs !== undefined){
const _errs6 = errors;
if(!(validate67(data.readLagMs, {instancePath:instancePath+"/readLagMs",parentData:data,parentDataProperty:"readLagMs",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors);
errors = vErrors.length;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
validate68.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate68.errors = vErrors;
return errors === 0;
}
validate68.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const ClockChange = validate72;
const schema32 = {"type":"object","properties":{"advanceMs":{"type":"number","minimum":0,"maximum":3155760000000}},"required":["advanceMs"],"additionalProperties":false};

function validate72(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate72.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.advanceMs === undefined) && (missing0 = "advanceMs")){
validate72.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(key0 === "advanceMs")){
validate72.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.advanceMs !== undefined){
let data0 = data.advanceMs;
const _errs2 = errors;
if(errors === _errs2){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 3155760000000 || isNaN(data0)){
validate72.errors = [{instancePath:instancePath+"/advanceMs",schemaPath:"#/properties/advanceMs/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3155760000000}}];
return false;
}
else {
if(data0 < 0 || isNaN(data0)){
validate72.errors = [{instancePath:instancePath+"/advanceMs",schemaPath:"#/properties/advanceMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
else {
validate72.errors = [{instancePath:instancePath+"/advanceMs",schemaPath:"#/properties/advanceMs/type",keyword:"type",params:{type: "number"}}];
return false;
}
}
}
}
}
}
else {
validate72.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate72.errors = vErrors;
return errors === 0;
}
validate72.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const Empty = validate73;
const schema33 = {"type":"object","properties":{},"additionalProperties":false};

function validate73(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate73.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
validate73.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
else {
validate73.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate73.errors = vErrors;
return errors === 0;
}
validate73.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const validators = { OrderId, PlanStep, OrderChange, Fill, Event, Match, ScriptedAnswer, ScriptStep, ScriptSteps, SwitchChange, Time, TimingChange, ClockChange, Empty };
