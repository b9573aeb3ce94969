<#-- The fields of our pages. What is wrong with one stands below it, and the first wrong one has the focus. -->
<#assign focused = false>

<#macro group name label error="" required=false hint="">
  <div class="field">
    <label for="${name}">${label}<#if required> <span class="required" aria-hidden="true">*</span></#if></label>
    <#if hint?has_content><p class="hint" id="${name}-hint">${hint}</p></#if>
    <#nested>
    <#if error?has_content><p class="error" id="${name}-error">${kcSanitize(error)?no_esc}</p></#if>
  </div>
</#macro>

<#-- The attributes of an input that its group says something of. -->
<#macro told name error="" wrong=error?has_content required=false hint="" focus=false>
  <#local by = [] + hint?has_content?then([name + "-hint"], []) + error?has_content?then([name + "-error"], [])>
  <#if by?has_content>aria-describedby="${by?join(" ")}"</#if>
  <#if wrong>aria-invalid="true"</#if>
  <#if required>required</#if>
  <#if (wrong || focus) && !focused>autofocus<#assign focused = true></#if>
</#macro>

<#macro input name label value="" type="text" autocomplete="off" required=false hint="" error=messagesPerField.get(name) focus=false
    readOnly=false extra...>
  <@group name=name label=label error=error required=required hint=hint>
    <input id="${name}" name="${name}" value="${value}" type="${type}" autocomplete="${autocomplete}"
           <#list extra as key, it>${key}="${it}" </#list><#if readOnly>readonly</#if>
           <@told name=name error=error required=required hint=hint focus=focus/>>
  </@group>
</#macro>

<#-- Of a name and its password nobody is told which is wrong, and two that differ are typed again: both are marked. -->
<#macro password name label autocomplete required=false error=messagesPerField.get(name) focus=false>
  <#local wrong = error?has_content
      || (autocomplete == "current-password") && messagesPerField.existsError("username", "password")
      || (autocomplete == "new-password") && messagesPerField.existsError("password", "password-confirm")>
  <#local hint = (autocomplete == "new-password" && !name?contains("confirm"))
      ?then(msg("passwordRules", ((passwordPolicies.length)!12)?c), "")>
  <@group name=name label=label error=error required=required hint=hint>
    <div class="secret">
      <input id="${name}" name="${name}" type="password" autocomplete="${autocomplete}" dir="ltr"
             <@told name=name error=error wrong=wrong required=required hint=hint focus=focus/>>
      <button class="second" type="button" hidden aria-controls="${name}" aria-label="${msg("showPassword")}"
              data-label-hide="${msg("hidePassword")}">
        <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
          <path d="M2 12s3.6-6.5 10-6.5S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12Z"/>
          <circle cx="12" cy="12" r="2.8"/>
          <path class="stroke" d="M4 20 20 4"/>
        </svg>
      </button>
    </div>
  </@group>
</#macro>

<#macro choice name label checked=false>
  <label class="choice"><input type="checkbox" id="${name}" name="${name}" value="on" <#if checked>checked</#if>> ${label}</label>
</#macro>

<#-- The button that sends the form, and beside it the way out for whoever came to do this by themselves. -->
<#macro send label id="" name="">
  <div class="buttons">
    <button type="submit" <#if id?has_content>id="${id}"</#if> <#if name?has_content>name="${name}"</#if>>${msg(label)}</button>
    <#if isAppInitiatedAction??>
      <button class="second" type="submit" name="cancel-aia" value="true" formnovalidate>${msg("doCancel")}</button>
    </#if>
  </div>
</#macro>
